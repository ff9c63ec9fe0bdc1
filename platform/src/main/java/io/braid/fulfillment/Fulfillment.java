package io.braid.fulfillment;

import io.braid.fulfillment.CarriedOut.Novelty;
import io.braid.fulfillment.Change.Cancellation;
import io.braid.inventory.Claim;
import io.braid.inventory.Stock;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.location.Capacity;
import io.braid.location.WindowBooking;
import io.braid.order.Order;
import io.braid.order.Orders;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two steps of a shipment, for every location and every channel. Each command is one transaction: the order is
 * locked first, the workflow decides, and then shipment, stock, order, journal and, last, the vendor's invoice say the
 * same. Refused commands leave no trace.
 */
public final class Fulfillment {
    /** Clocks and time zones of carriers are wrong by hours, not by more. */
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    /** Later than this nobody expects anything. */
    private static final int EXPECTED_DAYS_MAX = 366;

    private final Stores stores;
    private final Neighbours neighbours;
    private final Billing billing;
    private final Cutting cutting;

    Fulfillment(Stores stores, Neighbours neighbours, Shortfalls shortfalls, Amending amending, Billing billing) {
        this.stores = stores;
        this.neighbours = neighbours;
        this.billing = billing;
        this.cutting = new Cutting(stores.steps(), neighbours.orders(), shortfalls, amending, billing);
    }

    record Stores(ShipmentStore shipments, StepStore steps, PurchaseOrders purchaseOrders) {}

    record Neighbours(Transactions transactions, Journal journal, Orders orders, Stock stock, Capacity capacity) {}

    /** For a vendor: what is not in its scope is not there, and nothing is locked to find out. */
    public Outcome<CarriedOut> carryOut(VendorScope scope, Deed deed, Addressed to, ShipmentCommand command) {
        if (stores.purchaseOrders().findPurchaseOrder(scope, to.shipment()).isEmpty()) {
            return Outcome.refused(new ShipmentRefusal.NoSuchShipment());
        }
        return carryOut(deed, to, command);
    }

    public Outcome<CarriedOut> carryOut(Deed deed, Addressed to, ShipmentCommand command) {
        return neighbours.transactions().decide(() -> {
            Optional<Order> order = neighbours.orders().lock(to.shipment().order());
            Optional<Shipment> shipment = order.flatMap(o -> stores.shipments().find(to.shipment()));
            if (order.isEmpty() || shipment.isEmpty()) {
                return Outcome.refused(new ShipmentRefusal.NoSuchShipment());
            }
            return switch (command) {
                case ShipmentCommand.Ship ship -> ship(deed, order.get(), shipment.get(), to, ship);
                case ShipmentCommand.Expect expect -> expect(deed, shipment.get(), to, expect);
                case ShipmentCommand.Acknowledge _,
                        ShipmentCommand.CancelRemainder _,
                        ShipmentCommand.Withdraw _,
                        ShipmentCommand.CancelForOrder _ ->
                    decide(deed, shipment.get(), to, command, null)
                            .map(after -> new CarriedOut(after, stores.steps().notices(to.shipment()), Novelty.NEW));
            };
        });
    }

    private Outcome<CarriedOut> expect(Deed deed, Shipment shipment, Addressed to, ShipmentCommand.Expect command) {
        LocalDate today = LocalDate.ofInstant(deed.at(), ZoneOffset.UTC);
        if (command.shipDate().isBefore(today.minusDays(1))
                || command.shipDate().isAfter(today.plusDays(EXPECTED_DAYS_MAX))) {
            return Outcome.refused(
                    new ShipmentRefusal.ImpossibleExpectedDate(command.shipDate(), today, EXPECTED_DAYS_MAX));
        }
        if (command.reason() == Expectation.Reason.OTHER && command.note() == null) {
            return Outcome.refused(new ShipmentRefusal.ExpectationUnexplained());
        }
        return decide(deed, shipment, to, command, null)
                .map(after -> new CarriedOut(after, stores.steps().notices(to.shipment()), Novelty.NEW));
    }

    private Outcome<CarriedOut> ship(
            Deed deed, Order order, Shipment shipment, Addressed to, ShipmentCommand.Ship command) {
        List<ShipNotice> known = stores.steps().notices(shipment.number());
        Optional<ShipNotice> same = known.stream()
                .filter(n -> n.number().equals(command.noticeNumber()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().saysTheSameAs(command)
                    ? Outcome.done(new CarriedOut(shipment, known, Novelty.REPEATED))
                    : Outcome.refused(
                            new ShipmentRefusal.DuplicateNotice(same.get().number()));
        }
        ShipmentRefusal impossible = shippingTime(deed, order, command.shippedAt());
        if (impossible != null) {
            return Outcome.refused(impossible);
        }
        ShipNotice notice = notice(deed, shipment, known, command);
        List<ShipNotice> notices = new ArrayList<>(known);
        notices.add(notice);
        return decide(deed, shipment, to, command, notice).map(after -> new CarriedOut(after, notices, Novelty.NEW));
    }

    private static @Nullable ShipmentRefusal shippingTime(Deed deed, Order order, @Nullable Instant shippedAt) {
        if (shippedAt == null) {
            return null;
        }
        if (shippedAt.isAfter(deed.at().plus(AHEAD_MAX))) {
            return new ShipmentRefusal.ImpossibleShippingTime(
                    "shippedAt " + shippedAt + " is more than a day ahead of now, " + deed.at() + ".");
        }
        Instant placedAt = order.placed().placedAt();
        if (shippedAt.isBefore(placedAt) && shippedAt.isBefore(order.acceptedAt())) {
            return new ShipmentRefusal.ImpossibleShippingTime(
                    "shippedAt " + shippedAt + " is before the order was placed, " + placedAt + ".");
        }
        return null;
    }

    private static ShipNotice notice(
            Deed deed, Shipment shipment, List<ShipNotice> known, ShipmentCommand.Ship command) {
        Instant now = deed.at();
        Instant shippedAt = command.shippedAt() == null ? now : command.shippedAt();
        int next = known.size() + 1;
        String number = command.noticeNumber();
        for (int given = next; number == null; given++) {
            String ours = shipment.number() + "-N" + given;
            number = known.stream().anyMatch(n -> n.number().equals(ours)) ? null : ours;
        }
        return new ShipNotice(
                next,
                number,
                shippedAt.truncatedTo(ChronoUnit.MICROS),
                now,
                command.remainder(),
                command.packages().stream().map(NoticePackage::sorted).toList());
    }

    private Outcome<Shipment> decide(
            Deed deed, Shipment shipment, Addressed to, ShipmentCommand command, @Nullable ShipNotice notice) {
        Integer expected = to.expectedVersion();
        if (expected != null && expected != shipment.version()) {
            return Outcome.refused(new ShipmentRefusal.VersionConflict(expected, shipment.version()));
        }
        return ShipmentWorkflow.decide(shipment, command)
                .map(moved -> write(new Change(deed, shipment, moved, notice)));
    }

    /**
     * Takes back what a shipment has not shipped, because its order no longer wants it: stock is released and a
     * canceled-items record written. The caller's transaction holds the order's lock; the caller moves the order's
     * lines by the units answered, from assigned to canceled.
     */
    public Outcome<List<ShortLine>> cancelUnshipped(Deed deed, ShipmentNumber number) {
        Optional<Shipment> shipment = stores.shipments().find(number);
        if (shipment.isEmpty()) {
            return Outcome.refused(new ShipmentRefusal.NoSuchShipment());
        }
        return ShipmentWorkflow.decide(shipment.get(), new ShipmentCommand.CancelForOrder())
                .map(moved -> {
                    Change change = new Change(deed, shipment.get(), moved, null);
                    write(change);
                    return change.shortLines();
                });
    }

    /**
     * The path of every command: the units first, then who takes over those cut, then the state, and the invoice last.
     */
    private Shipment write(Change change) {
        Deed deed = change.deed();
        stores.shipments().updateLines(change.before().number(), change.moved().lines());
        moveStock(change);
        Cancellation cancellation = cutting.cutOff(change);
        Shipment after = change.after(cancellation);
        stores.shipments().updateShipment(change.before(), after);
        neighbours.journal().record(deed, change.entries(after, cancellation));
        giveBackRoom(change, after);
        ShipNotice notice = change.notice();
        if (notice != null) {
            stores.steps().insert(deed, after, notice);
            bill(deed, after, notice);
        }
        if (cancellation != null) {
            cutting.tell(change, cancellation);
        }
        cutting.close(change, after);
        return after;
    }

    /** What will not ship takes no room: neither of the location's day nor of the windows it was booked in. */
    private void giveBackRoom(Change change, Shipment after) {
        Map<Integer, Integer> units = change.cutUnits();
        if (after.state() == ShipmentState.CANCELED || after.state() == ShipmentState.REASSIGNED) {
            neighbours.capacity().giveBack(Map.of(stores.shipments().capacityDay(after), 1));
            units.put(WindowBooking.WHOLE_SHIPMENT, 1);
        }
        neighbours.capacity().giveBackUnits(after.number(), units);
    }

    private void moveStock(Change change) {
        Stock stock = neighbours.stock();
        Deed deed = change.deed();
        String reference = change.before().number().toString();
        // One sorted lock for whatever follows, so that two shipments never wait for each other in a circle.
        stock.lock(change.keys());
        stock.consume(deed, reference, change.shippedClaims());
        for (CancelReason reason : CancelReason.values()) {
            List<Claim> claims = change.cutClaims(reason);
            switch (reason.effect()) {
                case NONE -> stock.release(claims);
                case TAKEN_OFF -> stock.writeOff(deed, reference, reason.name(), claims);
                case NOT_THERE -> {
                    stock.writeOff(deed, reference, reason.name(), claims);
                    stock.doubt(deed, change.keysWithNone(reason));
                }
                case BLOCKED -> {
                    stock.release(claims);
                    stock.block(
                            deed, reason.name(), claims.stream().map(Claim::key).toList());
                }
            }
        }
    }

    private void bill(Deed deed, Shipment shipment, ShipNotice notice) {
        if (shipment.vendor() == null) {
            return;
        }
        List<ShippedNotice.Line> lines = notice.units().stream()
                .map(units -> ShippedNotice.line(shipment.line(units.line()), units.quantity()))
                .toList();
        billing.billed(deed, new ShippedNotice(shipment.number(), notice.notice(), shipment.vendor(), lines));
    }
}
