package io.braid.sourcing;

import io.braid.fulfillment.Shipment;
import io.braid.order.Order;
import io.braid.store.Idempotency;
import java.time.Instant;
import java.util.List;

/**
 * How an accepted order is told to the client. The answer is made inside the transaction, because it is kept with the
 * client's key and must be the same bytes ever after.
 */
public interface Rendering {
    Idempotency.Answer answer(Order order, List<Shipment> shipments, Instant now);
}
