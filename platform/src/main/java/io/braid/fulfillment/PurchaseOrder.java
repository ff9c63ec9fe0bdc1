package io.braid.fulfillment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's view of a shipment: the same row, with where it goes and what the order asks of whoever ships. It has
 * nothing of what the customer paid, or of how the vendor was chosen, and nothing of the customer once it goes nowhere.
 *
 * @param shipTo null when nothing of it left or will
 */
public record PurchaseOrder(
        Shipment shipment,
        String channel,
        String externalNumber,
        Instant placedAt,
        @Nullable String requestedService,
        @Nullable String giftMessage,
        @Nullable ShipTo shipTo) {
    public PurchaseOrder {
        shipment = shipment.forVendor();
        if (!shipment.state().goesAnywhere()) {
            shipTo = null;
            giftMessage = null;
        }
    }

    /** The same purchase order once its shipment is this. */
    public PurchaseOrder with(Shipment after) {
        return new PurchaseOrder(after, channel, externalNumber, placedAt, requestedService, giftMessage, shipTo);
    }
}
