package io.braid.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a position beside its quantity.
 *
 * @param daysOfSupply days the available units last at the rate of the last 28 days; null when nothing went out
 * @param ageDays days since units last came in; null when none ever did
 * @param hoursSinceCount hours since the figure was taken
 */
public record StockShelf(
        StockKey key,
        @Nullable Double daysOfSupply,
        @Nullable Double ageDays,
        @Nullable Double hoursSinceCount) {}
