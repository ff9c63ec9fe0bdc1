package io.braid.vendor;

import org.jspecify.annotations.Nullable;

/** What the operator decided about something a vendor handed in. A rejection says why. */
public record Review(Decision decision, @Nullable String comment) {
    /** The two ways. */
    public enum Decision {
        APPROVED,
        REJECTED
    }

    public Review {
        if (decision == Decision.REJECTED && comment == null) {
            throw new IllegalArgumentException("a rejection needs a comment");
        }
    }
}
