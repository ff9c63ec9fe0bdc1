package io.braid.access;

import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it may be shown: everything but the key. It belongs to the operator, or to one vendor.
 *
 * @param prefix the key's first characters, by which its owner recognises it
 */
public record ApiKey(
        UUID id,
        String name,
        @Nullable VendorCode vendor,
        String prefix,
        Set<String> scopes,
        int version,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean opensAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** What a new key should be. */
    public record Wish(
            String name,
            @Nullable VendorCode vendor,
            Set<String> scopes,
            @Nullable Instant expiresAt) {}

    /** A new key; {@code secret} is the key itself, which nothing else will ever tell again. */
    public record Issued(ApiKey key, String secret) {}
}
