package io.braid.fulfillment;

import io.braid.inventory.StockKey;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import java.time.Instant;

/**
 * A location that gave up units of an order line, and when it last did.
 *
 * @param shipment the last that gave up units of it there, and the reason it gave
 * @param wantedStock whether it always was because the units were not there, and for no other reason
 */
public record FailedLine(
        OrderNumber order,
        int orderLine,
        StockKey key,
        Instant at,
        boolean wantedStock,
        ShipmentNumber shipment,
        CancelReason reason) {}
