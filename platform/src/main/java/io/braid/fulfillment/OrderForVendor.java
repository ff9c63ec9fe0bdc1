package io.braid.fulfillment;

import io.braid.kernel.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of an order that a vendor may read. */
record OrderForVendor(
        OrderNumber number,
        String channel,
        String externalNumber,
        Instant placedAt,
        @Nullable String requestedService,
        @Nullable String giftMessage,
        ShipTo shipTo) {
    PurchaseOrder with(Shipment shipment, ShipTo goesTo) {
        return new PurchaseOrder(shipment, channel, externalNumber, placedAt, requestedService, giftMessage, goesTo);
    }
}
