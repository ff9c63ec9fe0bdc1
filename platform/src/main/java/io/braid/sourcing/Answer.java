package io.braid.sourcing;

import io.braid.fulfillment.Shipment;
import io.braid.kernel.OrderNumber;
import io.braid.order.Order;
import io.braid.store.Idempotency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one incoming order. */
public sealed interface Answer {
    /**
     * Accepted, routed as far as possible and reserved.
     *
     * @param kept what is kept under the client's key, byte for byte; null when it gave none
     */
    record Created(Order order, List<Shipment> shipments, Idempotency.@Nullable Answer kept) implements Answer {}

    /** The channel sent this order before, saying the same. */
    record Duplicate(OrderNumber number) implements Answer {}

    /** The client sent this very request before; this is what it was told. */
    record Replayed(Idempotency.Answer answer) implements Answer {}

    /** Nothing was stored. */
    record Refused(OrderRefusal refusal) implements Answer {}

    /** Nothing was stored, by a fault of ours or of the database; trying again may help. */
    record Failed(RuntimeException cause) implements Answer {}
}
