package io.braid.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of one subject: each hash covers the one before and every field of its entry, so that no entry can
 * be changed, dropped or moved without every later hash being wrong. Fields are written with their length first; two
 * different entries never give the same bytes.
 */
final class Chain {
    static final byte[] GENESIS = new byte[32];

    private Chain() {}

    static byte[] hash(byte[] previous, RecordedEntry entry) {
        MessageDigest sha = sha256();
        sha.update(previous);
        field(sha, entry.subject().text());
        field(sha, Integer.toString(entry.seq()));
        field(sha, micros(entry.at()));
        field(sha, entry.actor().type());
        field(sha, entry.actor().id());
        field(sha, entry.channel());
        field(sha, entry.type());
        field(sha, entry.from());
        field(sha, entry.to());
        field(sha, entry.data());
        field(sha, entry.correlationId());
        return sha.digest();
    }

    /** The database keeps microseconds; what it cannot keep must not be hashed. */
    private static String micros(Instant at) {
        return Long.toString(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    private static void field(MessageDigest sha, @Nullable String text) {
        if (text == null) {
            sha.update((byte) 0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((byte) 1);
        sha.update(new byte[] {
            (byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length
        });
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
