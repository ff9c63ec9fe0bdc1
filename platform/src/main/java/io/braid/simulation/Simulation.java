package io.braid.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft strategy replayed over orders beside the live one.
 *
 * @param version counts its journal entries
 * @param from null for uploaded orders
 * @param live null until it is done
 * @param failure why it failed; null when it did not
 */
public record Simulation(
        UUID id,
        State state,
        int version,
        StockOf stock,
        @Nullable Instant from,
        @Nullable Instant to,
        Side live,
        Side draft,
        Progress progress,
        @Nullable String failure,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELED
    }

    /** On which stock orders are replayed: that of the start of the simulation, or that of their time. */
    public enum StockOf {
        NOW,
        THEN
    }

    /**
     * One of the two strategies.
     *
     * @param strategy null for a document that is not stored
     */
    public record Side(
            @Nullable UUID strategy, int version, @Nullable Figures figures) {}

    /**
     * How far it is.
     *
     * @param skipped orders that could not be replayed, because a product or a place is not known any more
     */
    public record Progress(long total, long done, long changed, long skipped) {}
}
