package io.braid.journal;

import io.braid.kernel.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of entries is asked for: null is any. In chain order, subject by subject, from after a given entry.
 *
 * @param order entries of an order and of all that belongs to it
 * @param actor the id of whoever did it
 * @param from the first moment, included
 * @param to the moment before which it must have been
 */
public record JournalQuery(
        @Nullable Subject subject,
        @Nullable OrderNumber order,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position after,
        int limit) {
    /** Where in the chains a page ended. */
    public record Position(Subject subject, int seq) {}
}
