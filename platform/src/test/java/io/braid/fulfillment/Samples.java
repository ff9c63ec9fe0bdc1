package io.braid.fulfillment;

import io.braid.fulfillment.Terms.StepTerm;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shipments in every state and commands of every kind, without a database. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final ShipmentNumber NUMBER = new ShipmentNumber(new OrderNumber(OrderNumber.FIRST), 1);

    private Samples() {}

    /** One line of two units, as it stands in that state. */
    static Shipment in(ShipmentState state) {
        return switch (state) {
            case READY -> shipment(state, line(1, 2, null, 0, 0));
            case ACKNOWLEDGED -> shipment(state, line(1, 2, 2, 0, 0));
            case PARTIALLY_SHIPPED -> shipment(state, line(1, 3, 3, 1, 0));
            case SHIPPED -> shipment(state, line(1, 2, 2, 2, 0));
            case CANCELED, REASSIGNED -> shipment(state, line(1, 2, 0, 0, 2));
        };
    }

    static Shipment shipment(ShipmentState state, ShipmentLine... lines) {
        return new Shipment(
                NUMBER,
                new LocationCode("DC-1"),
                null,
                state,
                1,
                "SHIP",
                times(null, null),
                null,
                null,
                List.of(lines));
    }

    static ShipmentTimes times(@Nullable Instant acknowledged, @Nullable Instant shipped) {
        StepTerm acknowledge = term(Duration.ofDays(1));
        return new ShipmentTimes(
                NOON, new Terms(acknowledge, term(Duration.ofDays(2)), "standard", 0), acknowledged, shipped, NOON);
    }

    /** The last fifth of the time is at risk. */
    private static StepTerm term(Duration within) {
        return new StepTerm(NOON.plus(within.multipliedBy(4).dividedBy(5)), NOON.plus(within), BreachAction.NONE);
    }

    static ShipmentLine line(int line, int quantity, @Nullable Integer accepted, int shipped, int canceled) {
        return new ShipmentLine(
                line,
                line,
                new Sku("SKU-" + line),
                Upc.parse("00000000000017"),
                null,
                quantity,
                accepted,
                shipped,
                canceled,
                null);
    }

    /** Every kind of command, and within a kind every way it can go, by the name the diagram gives it. */
    static Map<String, ShipmentCommand> commands() {
        Map<String, ShipmentCommand> commands = new LinkedHashMap<>();
        commands.put("acknowledge all", acceptAll());
        commands.put("acknowledge less", acknowledge(reply(1, 1, CancelReason.DAMAGED)));
        commands.put("reject all", acknowledge(reply(1, 0, CancelReason.SHORT_STOCK)));
        commands.put("ship a part", ship(Remainder.STAYS_OPEN, 1));
        commands.put("ship the rest", ship(Remainder.STAYS_OPEN, 2));
        commands.put("ship a part, final", ship(Remainder.CANCELED, 1));
        commands.put("cancel a part", cancel(new Cut(1, 1, CancelReason.DAMAGED, null)));
        commands.put("cancel the rest", cancel(new Cut(1, 2, CancelReason.DAMAGED, null)));
        commands.put("withdraw", new ShipmentCommand.Withdraw(CancelReason.NOT_ACKNOWLEDGED, null));
        commands.put("cancel for the order", new ShipmentCommand.CancelForOrder());
        commands.put(
                "expect a day",
                new ShipmentCommand.Expect(LocalDate.of(2026, 12, 1), Expectation.Reason.CARRIER, null));
        return commands;
    }

    static ShipmentCommand.Acknowledge acceptAll() {
        return new ShipmentCommand.Acknowledge(List.of(), ShipmentCommand.Unnamed.ACCEPTED_IN_FULL);
    }

    static ShipmentCommand.Acknowledge acknowledge(ShipmentCommand.Reply... replies) {
        return new ShipmentCommand.Acknowledge(List.of(replies), ShipmentCommand.Unnamed.NOT_ALLOWED);
    }

    static ShipmentCommand.Reply reply(int line, int accepted, @Nullable CancelReason reason) {
        return new ShipmentCommand.Reply(line, accepted, reason, null);
    }

    /** One package with that many units of line 1, 2, …; zero leaves a line out. */
    static ShipmentCommand.Ship ship(Remainder remainder, int... units) {
        return new ShipmentCommand.Ship(null, null, List.of(parcel("1Z1", units)), remainder);
    }

    static NoticePackage parcel(String tracking, int... units) {
        List<Packed> lines = IntStream.range(0, units.length)
                .filter(i -> units[i] != 0)
                .mapToObj(i -> new Packed(i + 1, units[i]))
                .toList();
        return new NoticePackage("UPS", "GROUND", tracking, 500, lines);
    }

    static ShipmentCommand.CancelRemainder cancel(Cut... cuts) {
        return new ShipmentCommand.CancelRemainder(List.of(cuts));
    }
}
