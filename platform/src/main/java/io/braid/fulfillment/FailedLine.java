package io.braid.fulfillment;

import io.braid.inventory.StockKey;
import io.braid.kernel.OrderNumber;
import java.time.Instant;

/**
 * A location that gave up units of an order line, and when it last did.
 *
 * @param wantedStock whether it always was because the units were not there, and for no other reason
 */
public record FailedLine(OrderNumber order, int orderLine, StockKey key, Instant at, boolean wantedStock) {}
