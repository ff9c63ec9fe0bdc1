package io.braid.vendor;

import java.time.Instant;

/** One thing that was said about a document. Who of a side said it is the journal's to tell. */
public record DocumentMessage(int number, Side side, Instant at, String text) {
    /** Who speaks. */
    public enum Side {
        OPERATOR,
        VENDOR
    }
}
