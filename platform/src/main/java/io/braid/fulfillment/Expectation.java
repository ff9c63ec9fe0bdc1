package io.braid.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a location now expects to ship, beside what it promised. It changes no due time and no status.
 *
 * @param note for people; it may name some, and stays out of the journal
 */
public record Expectation(
        LocalDate shipDate, Reason reason, @Nullable String note, Instant toldAt) {
    /** Why the expectation differs from the promise. */
    public enum Reason {
        STOCK_LATE,
        CAPACITY,
        CARRIER,
        WEATHER,
        HOLIDAY,
        EARLIER_THAN_PROMISED,
        /** Says nothing by itself, so a note must. */
        OTHER
    }
}
