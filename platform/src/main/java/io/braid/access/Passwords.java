package io.braid.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords are kept as Argon2id with their parameters, so these may grow and old hashes are renewed when their owners
 * sign in. Few are computed at a time, so that a flood of guesses takes time and never the memory. What is checked is
 * length and whether others would guess it; kinds of characters are not (NIST SP 800-63B-4).
 */
final class Passwords {
    static final int LENGTH_MIN = 15;
    static final int LENGTH_MAX = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** 46 MiB and one pass: OWASP's first choice. */
    private static final int MEMORY_KIB = 47_104;

    private static final int PASSES = 1;

    /** 4 times 46 MiB are 184 MiB at most. */
    private static final int AT_ONCE_MAX = 4;

    private static final int PATIENCE_SECONDS = 10;
    private static final int REPEATED_UNIT_MAX = 5;
    private static final int NAME_LENGTH_MIN = 4;
    private static final Set<String> COMMON = common();
    private static final String RUNS =
            "abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 0123456789012345678901234567890 1234567890qwertyuiop"
                    + " 09876543210987654321 zyxwvutsrqponmlkjihgfedcba";

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore room = new Semaphore(AT_ONCE_MAX, true);
    private final String nobodys;

    Passwords() {
        nobodys = hash(Secret.make());
    }

    String hash(String password) {
        return String.valueOf(computing(() -> encoder.encode(normal(password))));
    }

    /** Takes as long for somebody who is not there (null) as for somebody who is. */
    boolean matches(String password, @Nullable String hash) {
        boolean equal = computing(() -> encoder.matches(normal(password), hash == null ? nobodys : hash));
        return equal && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T computing(Supplier<T> work) {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Sessions.Crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sessions.Crowded();
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    /** Why a new password will not do, empty when it will. */
    static Optional<String> complaint(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN) {
            return Optional.of(
                    "a password has at least " + LENGTH_MIN + " characters; a sentence of four words is one");
        }
        if (length > LENGTH_MAX) {
            return Optional.of("a password has at most " + LENGTH_MAX + " characters");
        }
        String plain = normal(password).toLowerCase(Locale.ROOT).replaceAll("[\\s_.!?-]", "");
        boolean common = COMMON.contains(plain) || COMMON.contains(plain.replaceAll("[0-9]+$", ""));
        if (common || isRepetition(plain) || isRun(plain) || isName(plain, email)) {
            return Optional.of("this password is among those that are guessed first; take a longer, less usual one");
        }
        return Optional.empty();
    }

    private static boolean isRepetition(String plain) {
        for (int unit = 1; unit <= Math.max(REPEATED_UNIT_MAX, plain.length() / 2); unit++) {
            String repeated = plain.isEmpty() ? "" : plain.substring(0, Math.min(unit, plain.length()));
            if (repeated.repeat(plain.length() / Math.max(1, repeated.length()) + 1)
                            .startsWith(plain)
                    && plain.length() >= 2 * repeated.length()) {
                return true;
            }
        }
        return plain.isEmpty();
    }

    private static boolean isRun(String plain) {
        return RUNS.contains(plain);
    }

    /** The address or its first part, and nothing but digits and words everybody adds besides. */
    private static boolean isName(String plain, String email) {
        String name = email.substring(0, Math.max(0, email.indexOf('@'))).replaceAll("[_.+-]", "");
        String rest = plain.replace(email.replaceAll("[_.-]", ""), "").replace("braid", "");
        if (name.length() >= NAME_LENGTH_MIN) {
            rest = rest.replace(name, "");
        }
        return rest.replaceAll("[0-9]|password|admin|welcome|secret", "").length() < NAME_LENGTH_MIN;
    }

    /** The same characters typed on another keyboard are the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("/access/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("there is no /access/common-passwords.txt on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
