package io.braid.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody signed in at one browser.
 *
 * @param factors how: {@code PASSWORD}, {@code PASSWORD+TOTP}, {@code PASSWORD+RECOVERY_CODE}, {@code PASSKEY},
 *     {@code SSO}
 * @param source the network address it began from
 */
public record Session(
        UUID id,
        UUID user,
        String factors,
        String source,
        String userAgent,
        Instant createdAt,
        Instant authenticatedAt,
        Instant lastSeenAt,
        Instant expiresAt) {

    /** Where a request comes from and what it calls itself. */
    public record Visit(String source, String userAgent, Instant at, String correlationId) {}

    /** A new session; {@code token} is what the browser keeps, and nothing else will ever tell it again. */
    public record Opened(UUID id, UUID user, String token) {}
}
