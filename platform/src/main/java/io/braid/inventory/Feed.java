package io.braid.inventory;

import io.braid.kernel.LocationCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of counts of one location and how far it got: every row read was applied, ignored because a later count was
 * there, or refused for a fault.
 *
 * @param zeroed positions that a full feed did not mention and that had units on hand
 */
public record Feed(
        UUID id,
        LocationCode location,
        FeedMode mode,
        State state,
        Instant asOf,
        long rowsRead,
        long applied,
        long ignored,
        long refused,
        long zeroed,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Whether it is still at work. */
    public enum State {
        RUNNING,
        DONE,
        /** Stopped midway; what it applied stays, and sending it again does the rest. */
        FAILED
    }
}
