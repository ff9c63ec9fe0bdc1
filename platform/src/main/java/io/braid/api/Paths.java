package io.braid.api;

import java.util.UUID;

/** Reads values of a path; what cannot be one names nothing. */
final class Paths {
    private static final int UUID_LENGTH = 36;

    private Paths() {}

    static UUID id(String text) {
        if (text.length() != UUID_LENGTH) {
            throw Declined.notFound();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
