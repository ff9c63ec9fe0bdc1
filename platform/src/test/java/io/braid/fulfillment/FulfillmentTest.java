package io.braid.fulfillment;

import static io.braid.fulfillment.Samples.acceptAll;
import static io.braid.fulfillment.Samples.acknowledge;
import static io.braid.fulfillment.Samples.cancel;
import static io.braid.fulfillment.Samples.parcel;
import static io.braid.fulfillment.Samples.reply;
import static io.braid.fulfillment.Samples.ship;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.inventory.Position;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.kernel.Refusal;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.Awaiting;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfillmentTest {
    @Test
    void what_open_answers_is_what_the_database_holds() {
        Dock dock = Dock.ofVendor();
        Shipment manual = dock.open(2, 3);
        Shipment automatic = dock.open(Acknowledging.AUTOMATIC, 1, 0);

        assertThat(dock.shipments.findShipment(manual.number())).contains(manual);
        assertThat(dock.shipments.listByOrder(automatic.number().order())).containsExactly(automatic);
        assertThat(dock.entries(manual.number())).containsExactly("ShipmentOpened >READY");
        assertThat(dock.entries(automatic.number()))
                .containsExactly("ShipmentOpened >READY", "ShipmentAcknowledged READY>ACKNOWLEDGED");
        assertThat(automatic.version()).isEqualTo(2);
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void each_reason_says_what_it_does_to_the_position() {
        assertPosition(CancelReason.DAMAGED, null, 99, 1, null);
        assertPosition(CancelReason.SHORT_STOCK, null, 99, 1, null);
        assertPosition(CancelReason.DISCONTINUED, null, 100, 1, "DISCONTINUED");
        assertPosition(CancelReason.PRICE_DISPUTE, null, 100, 1, null);
        assertPosition(CancelReason.CANNOT_SHIP_IN_TIME, null, 100, 1, null);
        assertPosition(CancelReason.OTHER, "the roof leaks", 100, 1, null);
    }

    private static void assertPosition(
            CancelReason reason, @Nullable String note, int onHand, int reserved, @Nullable String blocked) {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(2, 0);

        Shipment after = dock.done(shipment, acknowledge(new ShipmentCommand.Reply(1, 1, reason, note)));

        Position position = dock.position("A");
        assertThat(position.onHand()).as("%s", reason).isEqualTo(onHand);
        assertThat(position.reserved()).as("%s", reason).isEqualTo(reserved);
        assertThat(dock.owner
                        .sql("select coalesce(blocked_reason, '') from position where location = :l and sku = :s")
                        .param("l", dock.location.text())
                        .param("s", dock.sku("A").text())
                        .query(String.class)
                        .single())
                .isEqualTo(blocked == null ? "" : blocked);
        assertThat(after.state()).isEqualTo(ShipmentState.ACKNOWLEDGED);
        CanceledItems items =
                dock.shipments.listCanceledItems(shipment.number(), 0, 10).getFirst();
        assertThat(items.number()).isEqualTo(shipment.number() + "-C1");
        assertThat(items.lines()).containsExactly(new Cut(1, 1, reason, note));
        assertThat(items.disposition()).isEqualTo(Disposition.CUSTOMER_CARE);
        assertThat(dock.shipments.failedLocations(shipment.number().order(), 1)).containsExactly(dock.location);
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void who_has_none_of_a_line_is_not_asked_for_more_until_somebody_counts() {
        Dock dock = Dock.owned();
        dock.done(dock.open(3, 2), acknowledge(reply(1, 0, CancelReason.SHORT_STOCK), reply(2, 2, null)));

        assertThat(dock.position("A").onHand()).isEqualTo(97);
        assertThat(dock.position("A").blockedReason()).isEqualTo("SHORT_STOCK");
        assertThat(dock.position("B").blockedReason()).isNull();
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void the_shortfall_is_told_with_its_units_open_and_the_location_already_named() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(5, 2);
        OrderNumber order = shipment.number().order();

        dock.done(
                shipment, acknowledge(reply(1, 2, CancelReason.SHORT_STOCK), reply(2, 0, CancelReason.PRICE_DISPUTE)));

        assertThat(dock.shortfalls)
                .containsExactly(new Shortfall(
                        shipment.number(),
                        dock.location,
                        Step.ACKNOWLEDGEMENT,
                        List.of(new ShortLine(1, dock.sku("A"), 3), new ShortLine(2, dock.sku("B"), 2))));
        OrderLine line = dock.orders.findOrder(order).orElseThrow().line(1);
        assertThat(line.open()).isEqualTo(3);
        assertThat(line.awaiting()).isEqualTo(Awaiting.ROUTING);
        assertThat(dock.shipments.failedLocations(order).keySet()).isEqualTo(Set.of(1, 2));
    }

    @Test
    void a_rejected_shipment_is_reassigned_when_its_units_moved_on_and_canceled_when_not() {
        Dock dock = Dock.owned();
        Shipment first = dock.open(1, 0);
        dock.policy = new Resolution(
                Disposition.REROUTED, List.of(new ShipmentNumber(first.number().order(), 2)));
        Shipment moved = dock.done(first, acknowledge(reply(1, 0, CancelReason.DAMAGED)));
        dock.policy = Resolution.of(Disposition.BACKORDERED);
        Shipment ended = dock.done(dock.open(1, 0), acknowledge(reply(1, 0, CancelReason.DAMAGED)));

        assertThat(moved.state()).isEqualTo(ShipmentState.REASSIGNED);
        assertThat(ended.state()).isEqualTo(ShipmentState.CANCELED);
        assertThat(dock.entries(moved.number()).getLast()).isEqualTo("ShipmentRejected READY>REASSIGNED");
        assertThat(dock.shipments
                        .listCanceledItems(moved.number(), 0, 10)
                        .getFirst()
                        .replacements())
                .containsExactly(new ShipmentNumber(first.number().order(), 2));
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void several_notices_and_packages_add_up_and_each_is_invoiced() {
        Dock dock = Dock.ofVendor();
        Shipment shipment = dock.open(5, 3);
        dock.done(shipment, acceptAll());

        Shipment partly = dock.done(
                shipment,
                new ShipmentCommand.Ship(
                        "ASN-1", null, List.of(parcel("1", 2), parcel("2", 1, 1)), Remainder.STAYS_OPEN));
        Shipment shipped = dock.done(shipment, ship(Remainder.STAYS_OPEN, 2, 2));

        assertThat(partly.state()).isEqualTo(ShipmentState.PARTIALLY_SHIPPED);
        assertThat(shipped.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(dock.shipments.listNotices(shipment.number()))
                .extracting(ShipNotice::number)
                .containsExactly("ASN-1", shipment.number() + "-N2");
        assertThat(dock.shipments.findShipment(shipment.number())).contains(shipped);
        assertThat(dock.position("A").onHand()).isEqualTo(95);
        assertThat(dock.position("A").reserved()).isZero();
        assertThat(order(dock, shipment).state()).isEqualTo(OrderState.SHIPPED);
        assertThat(dock.entries(shipment.number()))
                .containsExactly(
                        "ShipmentOpened >READY",
                        "ShipmentAcknowledged READY>ACKNOWLEDGED",
                        "ShipNoticeRecorded ACKNOWLEDGED>PARTIALLY_SHIPPED",
                        "ShipNoticeRecorded PARTIALLY_SHIPPED>SHIPPED");
        assertThat(dock.broken()).isEmpty();
    }

    private static Order order(Dock dock, Shipment shipment) {
        return dock.orders.findOrder(shipment.number().order()).orElseThrow();
    }

    @Test
    void a_notice_that_comes_first_is_an_acknowledgement_and_the_log_says_so() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(3, 0);

        Shipment after = dock.done(shipment, ship(Remainder.STAYS_OPEN, 1));

        assertThat(after.state()).isEqualTo(ShipmentState.PARTIALLY_SHIPPED);
        assertThat(after.line(1).accepted()).isEqualTo(3);
        assertThat(dock.entries(shipment.number()).subList(1, 3))
                .containsExactly(
                        "ShipmentAcknowledged READY>ACKNOWLEDGED", "ShipNoticeRecorded ACKNOWLEDGED>PARTIALLY_SHIPPED");
        assertThat(dock.owner
                        .sql("select data from journal where subject = :s and seq = 2")
                        .param("s", shipment.number().toString())
                        .query(String.class)
                        .single())
                .contains("\"implied\":true");
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void a_final_notice_cancels_what_it_leaves_for_short_stock() {
        Dock dock = Dock.ofVendor();
        Shipment acknowledged = dock.open(5, 0);
        dock.done(acknowledged, acceptAll());
        Shipment after = dock.done(acknowledged, ship(Remainder.CANCELED, 3));
        Shipment fresh = dock.done(dock.open(5, 0), ship(Remainder.CANCELED, 4));

        assertThat(after.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(fresh.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(dock.shortfalls).extracting(Shortfall::step).containsExactly(Step.REMAINDER, Step.ACKNOWLEDGEMENT);
        assertThat(dock.position("A").onHand()).isEqualTo(90);
        assertThat(dock.entries(acknowledged.number()).getLast())
                .isEqualTo("ShipmentRemainderCanceled PARTIALLY_SHIPPED>SHIPPED");
        assertThat(order(dock, acknowledged).line(1).shipped()).isEqualTo(3);
        assertThat(order(dock, acknowledged).line(1).open()).isEqualTo(2);
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void a_remainder_is_canceled_piece_by_piece_under_running_numbers() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(5, 0);
        dock.done(shipment, acknowledge(reply(1, 4, CancelReason.DAMAGED)));
        dock.done(shipment, cancel(new Cut(1, 1, CancelReason.CANNOT_SHIP_IN_TIME, null)));
        dock.done(shipment, ship(Remainder.STAYS_OPEN, 2));
        Shipment after = dock.done(shipment, cancel(new Cut(1, 1, CancelReason.SHORT_STOCK, null)));

        assertThat(after.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(dock.shipments.listCanceledItems(shipment.number(), 0, 10))
                .extracting(CanceledItems::number)
                .containsExactly(shipment.number() + "-C1", shipment.number() + "-C2", shipment.number() + "-C3");
        assertThat(dock.shipments.listCanceledItems(shipment.number(), 1, 1))
                .extracting(CanceledItems::step)
                .containsExactly(Step.REMAINDER);
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void the_same_notice_again_changes_nothing_and_another_under_its_number_is_refused() {
        Dock dock = Dock.ofVendor();
        Shipment shipment = dock.open(4, 0);
        ShipmentCommand.Ship notice =
                new ShipmentCommand.Ship("ASN-7", dock.now(), List.of(parcel("1", 2)), Remainder.STAYS_OPEN);
        dock.done(shipment, notice);

        CarriedOut again = dock.carryOut(shipment, notice).orThrow();
        Outcome<CarriedOut> other = dock.carryOut(
                shipment, new ShipmentCommand.Ship("ASN-7", dock.now(), List.of(parcel("1", 1)), Remainder.STAYS_OPEN));

        assertThat(again.novelty()).isEqualTo(CarriedOut.Novelty.REPEATED);
        assertThat(again.notices()).hasSize(1);
        assertThat(refusal(other)).isEqualTo(new ShipmentRefusal.DuplicateNotice("ASN-7"));
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void a_notice_from_the_future_or_from_before_the_order_is_refused() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(1, 0);

        assertThat(refusal(dock.carryOut(shipment, at(dock.now().plus(Duration.ofHours(25))))))
                .isInstanceOf(ShipmentRefusal.ImpossibleShippingTime.class);
        assertThat(refusal(dock.carryOut(shipment, at(dock.now().minusSeconds(1)))))
                .isInstanceOf(ShipmentRefusal.ImpossibleShippingTime.class);
        assertThat(dock.done(shipment, at(dock.now().plus(Duration.ofHours(23))))
                        .state())
                .isEqualTo(ShipmentState.SHIPPED);
    }

    private static ShipmentCommand at(Instant moment) {
        return new ShipmentCommand.Ship(null, moment, List.of(parcel("1", 1)), Remainder.STAYS_OPEN);
    }

    @Test
    void a_stale_version_is_refused_with_the_current_one_and_nothing_is_written() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(2, 0);
        dock.done(shipment, acceptAll());

        Outcome<CarriedOut> stale = dock.fulfillment.carryOut(
                dock.deed(), new Addressed(shipment.number(), 1), ship(Remainder.STAYS_OPEN, 1));

        assertThat(refusal(stale)).isEqualTo(new ShipmentRefusal.VersionConflict(1, 2));
        assertThat(dock.shipments.listNotices(shipment.number())).isEmpty();
        assertThat(dock.broken()).isEmpty();
    }

    @Test
    void an_order_takes_back_what_has_not_left() {
        Dock dock = Dock.owned();
        Shipment shipment = dock.open(5, 0);
        dock.done(shipment, ship(Remainder.STAYS_OPEN, 2));

        List<ShortLine> freed = dock.transactions.call(() -> {
            dock.orders.lock(shipment.number().order());
            return dock.fulfillment
                    .cancelUnshipped(dock.deed(), shipment.number())
                    .orThrow();
        });

        assertThat(freed).containsExactly(new ShortLine(1, dock.sku("A"), 3));
        assertThat(dock.shortfalls).isEmpty();
        assertThat(dock.shipments.findShipment(shipment.number()).orElseThrow().state())
                .isEqualTo(ShipmentState.SHIPPED);
        assertThat(dock.position("A").reserved()).isZero();
        assertThat(dock.shipments.failedLocations(shipment.number().order())).isEmpty();
    }

    @Test
    void a_list_is_filtered_by_each_argument_and_a_wrong_value_finds_nothing() {
        Dock dock = Dock.ofVendor();
        Shipment ready = dock.open(1, 0);
        Shipment acknowledged = dock.done(dock.open(1, 0), acceptAll());
        ShipmentQuery all = query(dock, null, null, null);

        assertThat(dock.shipments.listShipments(all)).containsExactly(ready, acknowledged);
        assertThat(dock.shipments.listShipments(query(dock, ShipmentState.READY, null, null)))
                .containsExactly(ready);
        assertThat(dock.shipments.listShipments(query(dock, null, null, ready.number())))
                .containsExactly(acknowledged);
        assertThat(dock.shipments.listShipments(new ShipmentQuery(
                        null, null, null, dock.vendor, acknowledged.number().order(), null, dock.now(), 9)))
                .containsExactly(acknowledged);
        assertThat(dock.shipments.listShipments(new ShipmentQuery(
                        null, null, List.of(new LocationCode("NO-DOCK")), dock.vendor, null, null, dock.now(), 9)))
                .isEmpty();
        for (int hour = 0; hour <= 60; hour++) {
            Instant then = dock.now().plus(Duration.ofHours(hour));
            for (SlaStatus status : SlaStatus.values()) {
                ShipmentQuery query =
                        new ShipmentQuery(null, status, List.of(dock.location), null, null, null, then, 9);
                assertThat(dock.shipments.listShipments(query))
                        .as("%s after %d hours", status, hour)
                        .isEqualTo(List.of(ready, acknowledged).stream()
                                .filter(s -> s.slaStatusAt(then) == status)
                                .toList());
            }
        }
    }

    private static ShipmentQuery query(
            Dock dock, @Nullable ShipmentState state, @Nullable SlaStatus status, @Nullable ShipmentNumber after) {
        return new ShipmentQuery(state, status, List.of(dock.location), null, null, after, dock.now(), 9);
    }

    static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(Refusal refusal) -> refusal;
            case Outcome.Done<?> done -> throw new AssertionError("was not refused: " + done);
        };
    }
}
