package io.braid.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A key in somebody's device that proves who he is, as it may be shown.
 *
 * @param label what its owner calls it
 */
public record Passkey(UUID id, String label, Instant createdAt, Instant lastUsedAt) {

    /** What a browser needs to make or use one; {@code token} comes back with what it made. */
    public record Begun(String token, Map<String, Object> options) {}
}
