package io.braid.simulation;

import io.braid.order.NewOrder;
import java.time.Instant;

/** Reads a line of an uploaded file once more; the line was read before and is known to be an order. */
public interface FileOrders {
    NewOrder order(String line, Instant at);
}
