package io.braid.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in the journal; {@code data} is the JSON text exactly as it was hashed. */
public record RecordedEntry(
        Subject subject,
        int seq,
        Instant at,
        Deed.Actor actor,
        String channel,
        String type,
        @Nullable String from,
        @Nullable String to,
        String data,
        String correlationId,
        byte[] hash) {
    RecordedEntry sealed(byte[] by) {
        return new RecordedEntry(subject, seq, at, actor, channel, type, from, to, data, correlationId, by);
    }
}
