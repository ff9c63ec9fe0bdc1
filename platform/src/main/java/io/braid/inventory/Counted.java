package io.braid.inventory;

/** What became of a count: the position as it is now, and whether the count was applied or came too late. */
public record Counted(Position position, Verdict verdict) {
    /** What is said of one count. */
    public enum Verdict {
        APPLIED,
        /** A later count was applied before: this one is ignored. */
        OLDER,
        /** There is no such product or location. */
        UNKNOWN,
        /** The same feed spoke of this position before. */
        REPEATED
    }

    public boolean applied() {
        return verdict == Verdict.APPLIED;
    }
}
