package io.braid.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as the vendor it concerns may see it: when, what and by which kind of actor, without the facts. */
public record OwnEntry(
        Subject subject,
        int seq,
        Instant at,
        String actorType,
        String channel,
        String type,
        @Nullable String from,
        @Nullable String to) {}
