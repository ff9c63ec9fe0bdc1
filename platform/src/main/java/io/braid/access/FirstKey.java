package io.braid.access;

import io.braid.access.ApiKey.Wish;
import io.braid.journal.Deed;
import io.braid.store.Transactions;
import java.time.Clock;
import java.util.Set;

/**
 * Makes sure that somebody can call: the operator key named by {@code BRAID_API_KEY} exists after every start, and
 * where neither it nor any other operator key exists, one is made up and told once. A revoked key stays revoked.
 */
final class FirstKey {
    private static final int SECRET_LENGTH_MIN = 24;
    private static final Set<String> EVERYTHING = Set.of("*");

    private final ApiKeys keys;
    private final ApiKeyStore store;
    private final Transactions transactions;
    private final Clock clock;

    FirstKey(ApiKeys keys, ApiKeyStore store, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers what a person should be told; empty when there is nothing to tell. */
    String ensure(String configured) {
        if (configured.isEmpty()) {
            return store.anyOperatorKey() ? "" : madeUp();
        }
        if (configured.length() < SECRET_LENGTH_MIN || !configured.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalStateException(
                    "BRAID_API_KEY must be at least " + SECRET_LENGTH_MIN
                            + " printable ASCII characters without spaces. Leave it out to have a key made up and printed once.");
        }
        record("BRAID_API_KEY", configured);
        if (keys.findAny(configured).filter(key -> key.vendor() == null).isEmpty()) {
            throw new IllegalStateException(
                    "BRAID_API_KEY is a vendor's key. Choose another text for the operator's key.");
        }
        return "";
    }

    private String madeUp() {
        String secret = keys.newSecret();
        record("first key", secret);
        return "The first operator API key, told this once: " + secret;
    }

    private void record(String name, String secret) {
        Wish wish = new Wish(name, null, EVERYTHING, null);
        transactions.run(() -> keys.record(Deed.bySystem("start", clock.instant()), wish, secret));
    }
}
