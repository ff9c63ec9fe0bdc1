package io.braid.fulfillment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a shipment was opened, what its steps were promised and when they were taken.
 *
 * @param shippedAt when the last package so far left the location
 * @param updatedAt when the shipment last changed
 */
public record ShipmentTimes(
        Instant openedAt,
        Terms terms,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant shippedAt,
        Instant updatedAt) {
    public Instant acknowledgeBy() {
        return terms.acknowledge().dueBy();
    }

    public Instant shipBy() {
        return terms.ship().dueBy();
    }
}
