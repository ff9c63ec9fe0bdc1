package io.braid.fulfillment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a shipment was opened, when its steps are due and when they were taken.
 *
 * @param shippedAt when the last package so far left the location
 * @param updatedAt when the shipment last changed
 */
public record ShipmentTimes(
        Instant openedAt,
        Instant acknowledgeBy,
        Instant shipBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant shippedAt,
        Instant updatedAt) {}
