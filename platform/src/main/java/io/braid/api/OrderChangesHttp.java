package io.braid.api;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.order.Orders;
import io.braid.sourcing.Amendments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a shopper changes after the order was placed: done at once where it can be, asked of vendors where not. */
@RestController
@RequestMapping("/api/v1/orders/{orderNumber}")
final class OrderChangesHttp {
    private final Amendments amendments;
    private final Orders orders;
    private final ShownOrders shown;

    OrderChangesHttp(Amendments amendments, Orders orders, ShownOrders shown) {
        this.amendments = amendments;
        this.orders = orders;
        this.shown = shown;
    }

    record CancellationBody(@Nullable Integer expectedVersion) {}

    record AddressChangeBody(
            OrderBody.@Nullable ShipToBody shipTo, @Nullable Integer expectedVersion) {}

    /** Takes back whatever has not shipped; a vendor that has the purchase order is asked to give it up. */
    @PostMapping("/cancellations")
    @Needs("orders:write")
    ResponseEntity<OrderView> cancel(
            @PathVariable String orderNumber,
            IfMatch ifMatch,
            @RequestBody(required = false) @Nullable CancellationBody body,
            Deed deed) {
        OrderNumber number = OrdersHttp.number(orderNumber);
        Integer version = expected(ifMatch, body == null ? null : body.expectedVersion());
        Order order = Answers.of(amendments.cancel(deed, number, version));
        return Answers.versioned(view(number), order.version());
    }

    /** Sends what has not shipped elsewhere; a vendor that has the purchase order keeps the old one until it agrees. */
    @PostMapping("/address-changes")
    @Needs("orders:write")
    ResponseEntity<OrderView> readdress(
            @PathVariable String orderNumber, IfMatch ifMatch, @RequestBody AddressChangeBody body, Deed deed) {
        OrderNumber number = OrdersHttp.number(orderNumber);
        NewOrder.ShipTo to = OrderReading.readShipTo(body.shipTo());
        Order order = Answers.of(amendments.readdress(deed, number, to, expected(ifMatch, body.expectedVersion())));
        return Answers.versioned(view(number), order.version());
    }

    private static @Nullable Integer expected(IfMatch ifMatch, @Nullable Integer body) {
        var expected = ifMatch.or(body);
        return expected.isPresent() ? expected.getAsInt() : null;
    }

    private OrderView view(OrderNumber number) {
        return shown.of(orders.findOrder(number).orElseThrow(Declined::notFound));
    }
}
