package io.braid.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that is being run by this attempt and, once another begins, by it no more.
 *
 * @param within null for uploaded orders
 */
record Run(
        UUID id,
        int attempt,
        int version,
        Simulation.StockOf stock,
        Wish.Orders.@Nullable Within within,
        Rules live,
        Rules draft,
        Instant createdAt) {
    record Rules(@Nullable UUID strategy, int version, String document) {}
}
