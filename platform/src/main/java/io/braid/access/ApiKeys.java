package io.braid.access;

import io.braid.access.ApiKey.Issued;
import io.braid.access.ApiKey.Wish;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which programs call. A key is told once and kept as its SHA-256 only (256 random bits need no slower
 * hash); every use is looked up in the database, so a revoked key is dead at once on every instance. It decides who
 * the caller is, not what he may do.
 */
public final class ApiKeys {
    private static final String MARK = "brd_";
    private static final int SECRET_BYTES = 32;

    private final ApiKeyStore store;
    private final Transactions transactions;
    private final Journal journal;
    private final VendorDirectory vendors;
    private final SecureRandom random;
    private final SharedLookup<KeyHash, Optional<ApiKey>> holders;

    ApiKeys(
            ApiKeyStore store,
            Transactions transactions,
            Journal journal,
            VendorDirectory vendors,
            SecureRandom random) {
        this.store = store;
        this.transactions = transactions;
        this.journal = journal;
        this.vendors = vendors;
        this.random = random;
        this.holders = new SharedLookup<>(hash -> store.findByHash(hash.bytes()));
    }

    public Outcome<Issued> issue(Deed deed, Wish wish) {
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(deed.at())) {
            return Outcome.refused(new ApiKeyRefusal.ExpiryPassed(wish.expiresAt()));
        }
        if (wish.vendor() != null && !vendors.exists(wish.vendor())) {
            return Outcome.refused(new ApiKeyRefusal.UnknownVendor(wish.vendor()));
        }
        String secret = newSecret();
        return transactions.decide(() -> record(deed, wish, secret)
                .map(key -> Outcome.done(new Issued(key, secret)))
                .orElseThrow(() -> new IllegalStateException("two random keys are equal. Maybe the random is not.")));
    }

    /** Records a key that is already known to its owner; empty when it is there. */
    Optional<ApiKey> record(Deed deed, Wish wish, String secret) {
        int shown = secret.startsWith(MARK) ? MARK.length() * 2 : MARK.length();
        ApiKey key = new ApiKey(
                Ids.newId(deed.at()),
                wish.name(),
                wish.vendor(),
                secret.substring(0, shown),
                wish.scopes(),
                1,
                deed.at(),
                wish.expiresAt(),
                null);
        if (!store.insert(key, hash(secret))) {
            return Optional.empty();
        }
        Map<String, Object> data = Map.of(
                "vendor", wish.vendor() == null ? "" : wish.vendor().text(),
                "scopes", wish.scopes().stream().sorted().toList(),
                "expiresAt", wish.expiresAt() == null ? "" : wish.expiresAt().toString());
        journal.record(deed, List.of(Entry.first(subject(key.id()), "ApiKeyIssued", data)));
        return Optional.of(key);
    }

    /** Revoking twice is one deed; the second time nothing changes. */
    public Outcome<UUID> revoke(Deed deed, UUID id) {
        return revoked(deed, id, null);
    }

    /** The same by a vendor: keys of others are not there for it. */
    public Outcome<UUID> revoke(Deed deed, VendorScope scope, UUID id) {
        return revoked(deed, id, scope.vendor());
    }

    private Outcome<UUID> revoked(Deed deed, UUID id, @Nullable VendorCode of) {
        return transactions.decide(() -> {
            OptionalInt version = store.revoke(id, of, deed.at());
            if (version.isPresent()) {
                journal.record(
                        deed,
                        List.of(new Entry(subject(id), version.getAsInt(), "ApiKeyRevoked", null, null, Map.of())));
            } else if (!store.exists(id, of)) {
                return Outcome.refused(new ApiKeyRefusal.UnknownApiKey());
            }
            return Outcome.done(id);
        });
    }

    /** Oldest first. */
    public List<ApiKey> listKeys(@Nullable VendorCode vendor, @Nullable UUID after, int limit) {
        return store.list(vendor, after, limit);
    }

    /** Those of a vendor, on its own connection. */
    public List<ApiKey> listKeysOf(VendorScope scope, @Nullable UUID after, int limit) {
        return store.list(scope, after, limit);
    }

    /** The holder of a key that opens now; empty for unknown, expired and revoked ones alike. */
    public Optional<ApiKey> findHolder(String secret, Instant now) {
        return holders.find(new KeyHash(hash(secret))).filter(key -> key.opensAt(now));
    }

    /** Whoever it belongs to and whatever became of it. */
    Optional<ApiKey> findAny(String secret) {
        return store.findByHash(hash(secret));
    }

    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Subject subject(UUID id) {
        return Subject.of("api-key", id.toString());
    }

    /** The hash as a key of a map. */
    private record KeyHash(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof KeyHash hash && Arrays.equals(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
