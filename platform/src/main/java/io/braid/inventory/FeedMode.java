package io.braid.inventory;

/** What a feed says of the positions it does not mention. */
public enum FeedMode {
    /** They are empty: the feed is all there is at the location. */
    FULL,
    /** Nothing. */
    INCREMENTAL
}
