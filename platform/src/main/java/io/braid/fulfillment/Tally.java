package io.braid.fulfillment;

/** How many were as they should be, of those that can be judged. */
public record Tally(long good, long counted) {
    public Tally {
        if (good < 0 || good > counted) {
            throw new IllegalArgumentException(good + " of " + counted + " cannot be");
        }
    }
}
