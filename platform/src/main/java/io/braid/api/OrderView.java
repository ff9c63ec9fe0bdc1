package io.braid.api;

import io.braid.fulfillment.Shipment;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as the operator reads it: where every unit is, and the shipments. */
record OrderView(
        OrderNumber orderNumber,
        String channel,
        String externalNumber,
        String state,
        int version,
        String currency,
        Instant placedAt,
        Instant acceptedAt,
        String fulfillmentType,
        @Nullable String requestedService,
        NewOrder.Customer customer,
        ShipToView shipTo,
        @Nullable String giftMessage,
        Map<String, Object> attributes,
        List<LineView> lines,
        List<ShipmentInOrder> shipments) {

    record ShipToView(
            String name,
            String line1,
            @Nullable String line2,
            String city,
            String region,
            String postalCode,
            String country,
            @Nullable String phone,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        static ShipToView of(NewOrder.ShipTo to) {
            return new ShipToView(
                    to.name(),
                    to.line1(),
                    to.line2(),
                    to.city(),
                    to.region(),
                    to.postalCode().code(),
                    to.postalCode().country().text(),
                    to.phone(),
                    to.point() == null ? null : to.point().latitude(),
                    to.point() == null ? null : to.point().longitude());
        }
    }

    record LineView(
            int line,
            Sku sku,
            int ordered,
            int open,
            int assigned,
            int shipped,
            int canceled,
            @Nullable String awaiting,
            SellingPrice unitPrice,
            Map<String, Object> attributes) {
        static LineView of(OrderLine line) {
            return new LineView(
                    line.line(),
                    line.sku(),
                    line.ordered(),
                    line.open(),
                    line.assigned(),
                    line.shipped(),
                    line.canceled(),
                    line.awaiting() == null ? null : line.awaiting().name(),
                    line.unitPrice(),
                    line.attributes());
        }
    }

    record ShipmentInOrder(
            ShipmentNumber shipmentNumber,
            String location,
            @Nullable String vendor,
            String state,
            String slaStatus,
            Instant acknowledgeBy,
            Instant shipBy,
            int version,
            List<ShipmentView.Line> lines) {
        static ShipmentInOrder of(Shipment shipment, Instant now) {
            return new ShipmentInOrder(
                    shipment.number(),
                    shipment.location().text(),
                    shipment.vendor() == null ? null : shipment.vendor().text(),
                    shipment.state().name(),
                    shipment.slaStatusAt(now).name(),
                    shipment.times().acknowledgeBy(),
                    shipment.times().shipBy(),
                    shipment.version(),
                    shipment.lines().stream().map(ShipmentView.Line::of).toList());
        }
    }

    static OrderView of(Order order, List<Shipment> shipments, Instant now) {
        NewOrder placed = order.placed();
        return new OrderView(
                order.number(),
                placed.external().channel(),
                placed.external().number(),
                order.state().name(),
                order.version(),
                placed.currency().getCurrencyCode(),
                placed.placedAt(),
                order.acceptedAt(),
                placed.fulfillmentType(),
                placed.requestedService(),
                placed.customer(),
                ShipToView.of(placed.shipTo()),
                placed.giftMessage(),
                placed.attributes(),
                order.lines().stream().map(LineView::of).toList(),
                shipments.stream().map(s -> ShipmentInOrder.of(s, now)).toList());
    }
}
