package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.api.AmendmentsHttp.AmendmentView;
import io.braid.fulfillment.ShipTo;
import io.braid.fulfillment.Shipment;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.sourcing.Amendment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as the operator reads it: where every unit is, the shipments, and what became of the shopper's changes.
 *
 * @param shipTo where it goes; an address that was asked for is not here before anything goes there
 * @param requestedShipTo the address that vendors were asked to send everything to and have not answered; null if none
 * @param changes what was asked of vendors, the oldest first
 */
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShipToView requestedShipTo,
        @Nullable String giftMessage,
        Map<String, Object> attributes,
        List<OrderLineView> lines,
        List<ShipmentInOrder> shipments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AmendmentView> changes) {

    /** What shoppers asked of vendors, and the addresses of shipments that do not follow their order's. */
    record Changes(Map<ShipmentNumber, ShipTo> own, List<Amendment> asked) {
        static final Changes NONE = new Changes(Map.of(), List.of());

        Changes of(OrderNumber order) {
            return new Changes(
                    own,
                    asked.stream()
                            .filter(a -> a.shipment().order().equals(order))
                            .toList());
        }

        boolean awaitAddress() {
            return asked.stream()
                    .anyMatch(a -> a.kind() == Amendment.Kind.ADDRESS && a.state() == Amendment.State.REQUESTED);
        }

        /** The address that shipments keep, when nothing goes to the order's own; null when something does. */
        @Nullable
        ShipTo kept(Order order, List<Shipment> shipments) {
            boolean followed = order.lines().stream().anyMatch(line -> line.open() > 0)
                    || shipments.stream().anyMatch(s -> s.state().goesAnywhere() && !own.containsKey(s.number()));
            if (followed) {
                return null;
            }
            return shipments.stream()
                    .sorted(Comparator.comparing((Shipment s) -> s.state().goesAnywhere())
                            .thenComparingInt(s -> s.number().sequence()))
                    .map(s -> own.get(s.number()))
                    .filter(Objects::nonNull)
                    .reduce((first, last) -> last)
                    .orElse(null);
        }
    }

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
        static ShipToView of(ShipTo to) {
            return new ShipToView(
                    to.name(),
                    to.line1(),
                    to.line2(),
                    to.city(),
                    to.region(),
                    to.postalCode(),
                    to.country(),
                    to.phone(),
                    null,
                    null);
        }

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

    record OrderLineView(
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
        static OrderLineView of(OrderLine line) {
            return new OrderLineView(
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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ShipTo shipTo,

            List<ShipmentView.Line> lines) {
        /** @param shipTo where it goes, if that is not where its order goes */
        static ShipmentInOrder of(Shipment shipment, @Nullable ShipTo shipTo, Instant now) {
            return new ShipmentInOrder(
                    shipment.number(),
                    shipment.location().text(),
                    shipment.vendor() == null ? null : shipment.vendor().text(),
                    shipment.state().name(),
                    shipment.slaStatusAt(now).name(),
                    shipment.times().acknowledgeBy(),
                    shipment.times().shipBy(),
                    shipment.version(),
                    shipTo,
                    shipment.lines().stream().map(ShipmentView.Line::of).toList());
        }
    }

    static OrderView of(Order order, List<Shipment> shipments, Instant now) {
        return of(order, shipments, Changes.NONE, now);
    }

    static OrderView of(Order order, List<Shipment> shipments, Changes changes, Instant now) {
        NewOrder placed = order.placed();
        ShipToView wanted = ShipToView.of(placed.shipTo());
        ShipTo kept = changes.kept(order, shipments);
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
                kept == null ? wanted : ShipToView.of(kept),
                kept != null && changes.awaitAddress() ? wanted : null,
                placed.giftMessage(),
                placed.attributes(),
                order.lines().stream().map(OrderLineView::of).toList(),
                shipments.stream()
                        .map(s -> ShipmentInOrder.of(s, changes.own().get(s.number()), now))
                        .toList(),
                changes.asked().stream().map(AmendmentView::of).toList());
    }
}
