package io.braid.journal;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing the chains found.
 *
 * @param checked entries read
 * @param brokenAt subject and number of the first entry that does not follow from the one before, null when all do
 * @param reason what is wrong with it
 */
public record Verification(
        long checked, @Nullable String brokenAt, @Nullable String reason) {
    public boolean ok() {
        return brokenAt == null;
    }
}
