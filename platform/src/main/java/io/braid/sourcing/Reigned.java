package io.braid.sourcing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that a strategy was live.
 *
 * @param seq counts the reigns, from 1
 * @param until null while it lasts
 * @param by who began it; null where only the journal knows
 */
public record Reigned(
        int seq,
        UUID strategyId,
        String name,
        int version,
        Instant since,
        @Nullable Instant until,
        @Nullable String by) {}
