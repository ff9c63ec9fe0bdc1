package io.braid.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request with an idempotency key was answered. {@link #claim} is the first thing a transaction does and
 * {@link #keep} the last, so key, effect and answer commit together or not at all; a second request with the same key
 * waits in the claim until the first one has ended. Answers that are not kept leave the key free. It knows nothing of
 * HTTP: status and headers are carried, not understood.
 */
public final class Idempotency {
    /** 72 hours: longer than any client's retries over a weekend. */
    public static final Duration KEPT = Duration.ofDays(3);

    private final IdempotencyStore store;
    private final Clock clock;

    Idempotency(IdempotencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A caller's key and the fingerprint of the request it came with. */
    public record Key(String principal, String text, byte[] requestHash) {
        /** The parts are what must be the same in a repetition: method, path, query, body. */
        public static Key of(String principal, String text, List<byte[]> request) {
            MessageDigest digest = sha256();
            for (byte[] part : request) {
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                digest.update(part);
            }
            return new Key(principal, text, digest.digest());
        }

        /** Whether it came with the same request. */
        public boolean isOfSameRequest(Key other) {
            return MessageDigest.isEqual(requestHash, other.requestHash);
        }

        Name name() {
            return new Name(principal, text);
        }
    }

    /** What is stored under. */
    record Name(String principal, String text) {}

    /** An answer to be given again; headers in the order they are sent. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public Answer withBody(byte[] other) {
            return new Answer(status, headers, other);
        }
    }

    /** An answer and the key it belongs to. */
    public record Kept(Key key, Answer answer) {}

    /** What a key turned out to be. */
    public sealed interface Claim {
        /** Nobody used it: do the work, then {@link Idempotency#keep} the answer. */
        record New() implements Claim {}

        /** The same request was answered before: answer this. */
        record Replay(Answer answer) implements Claim {}

        /** The key belongs to another request: refuse. */
        record Reused() implements Claim {}

        /** The same request stands earlier in the list: answer what that one is answered. */
        record Twin(int first) implements Claim {}
    }

    /** A request with this key is being worked on and did not end in time; asking again later settles it. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("a request with the same idempotency key is still being worked on", null, false, false);
        }
    }

    /** One claim for each key, in the order given; two statements for any number of keys. */
    public List<Claim> claim(List<Key> keys) {
        Map<Name, Integer> firsts = new HashMap<>();
        List<Key> distinct = new ArrayList<>();
        for (Key key : keys) {
            if (firsts.putIfAbsent(key.name(), firsts.size()) == null) {
                distinct.add(key);
            }
        }
        Instant now = clock.instant();
        Set<Name> fresh = store.claim(distinct, now, now.minus(KEPT));
        List<Key> known =
                distinct.stream().filter(k -> !fresh.contains(k.name())).toList();
        Map<Name, Kept> answers = known.isEmpty() ? Map.of() : store.find(known);
        return claims(keys, fresh, answers);
    }

    private static List<Claim> claims(List<Key> keys, Set<Name> fresh, Map<Name, Kept> answers) {
        List<Claim> claims = new ArrayList<>(keys.size());
        Map<Name, Integer> seen = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            Integer first = seen.putIfAbsent(key.name(), i);
            if (!fresh.contains(key.name())) {
                claims.add(known(key, answers.get(key.name())));
            } else if (first == null) {
                claims.add(new Claim.New());
            } else {
                claims.add(key.isOfSameRequest(keys.get(first)) ? new Claim.Twin(first) : new Claim.Reused());
            }
        }
        return claims;
    }

    private static Claim known(Key key, @Nullable Kept kept) {
        if (kept == null) {
            // Deleted between the two statements: whoever asks again finds the key free.
            throw new Busy();
        }
        return kept.key().isOfSameRequest(key) ? new Claim.Replay(kept.answer()) : new Claim.Reused();
    }

    /** What a key was answered, without claiming it; none also while another transaction has it. */
    public Optional<Kept> find(String principal, String text) {
        Key key = new Key(principal, text, new byte[0]);
        return Optional.ofNullable(store.find(List.of(key)).get(key.name()));
    }

    /** Keeps the answers of claimed keys; every key claimed as new in this transaction must be kept or rolled back. */
    public void keep(List<Kept> answers) {
        Set<Name> names = new HashSet<>();
        for (Kept kept : answers) {
            if (!names.add(kept.key().name())) {
                throw new IllegalArgumentException(
                        "two answers for the key " + kept.key().text());
            }
        }
        if (!answers.isEmpty()) {
            store.keep(answers);
        }
    }

    /** Lets go of keys that this transaction claimed and has no answer for. */
    public void release(List<Key> keys) {
        if (!keys.isEmpty()) {
            store.release(keys);
        }
    }

    /** Removes some of what is past its time; says how much it was, none when all of it is gone. */
    int forgetSome() {
        return store.forget(clock.instant().minus(KEPT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
