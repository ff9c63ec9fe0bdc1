package io.braid.routing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a location's shipment would travel to the order's destination, as the application knows its carriers: by which
 * service, through which zone, for how much, ordered until when and there on which day. The promise is what holds when
 * the order is placed before {@code orderBy}. A candidate without a carriage has unknown cost and promise: filters on
 * them do not hold, sorts put it last, and a cost objective can use it only where shipping is not priced.
 *
 * @param transitDays business days on the road
 * @param orderBy the last moment to order for this promise; null where it was not worked out
 */
public record Carriage(
        String carrier,
        String service,
        String zone,
        int transitDays,
        @Nullable Instant orderBy,
        @Nullable LocalDate promise,
        Tariff tariff) {
    /**
     * What one shipment of a weight costs, in minor units of the order's currency (cents). Never falls when the weight
     * grows, and never below zero.
     */
    @FunctionalInterface
    public interface Tariff {
        long costOf(long grams);
    }
}
