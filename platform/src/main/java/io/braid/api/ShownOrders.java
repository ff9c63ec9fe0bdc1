package io.braid.api;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.Shipments;
import io.braid.kernel.OrderNumber;
import io.braid.order.Order;
import io.braid.sourcing.Amendments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Orders as the operator reads them, one or a page of them in the same number of statements. */
final class ShownOrders {
    private final Shipments shipments;
    private final Amendments amendments;
    private final Clock clock;

    ShownOrders(Shipments shipments, Amendments amendments, Clock clock) {
        this.shipments = shipments;
        this.amendments = amendments;
        this.clock = clock;
    }

    OrderView of(Order order) {
        return Objects.requireNonNull(of(List.of(order)).get(order.number()));
    }

    Map<OrderNumber, OrderView> of(List<Order> orders) {
        List<OrderNumber> numbers = orders.stream().map(Order::number).toList();
        List<Shipment> all = shipments.findAll(numbers);
        Map<OrderNumber, List<Shipment>> parts =
                all.stream().collect(Collectors.groupingBy(s -> s.number().order()));
        OrderView.Changes changes = new OrderView.Changes(
                shipments.ownAddresses(all.stream().map(Shipment::number).toList()),
                amendments.listAmendments(numbers));
        Instant now = clock.instant();
        return orders.stream()
                .collect(Collectors.toMap(
                        Order::number,
                        order -> OrderView.of(
                                order,
                                parts.getOrDefault(order.number(), List.of()),
                                changes.of(order.number()),
                                now)));
    }
}
