package io.braid.inventory;

/** The feed, and whether it is the one that had been taken before: the same file twice changes nothing. */
public record FeedTaken(Feed feed, Novelty novelty) {
    /** Whether the location's last feed was this very file. */
    public enum Novelty {
        NEW,
        REPEATED
    }
}
