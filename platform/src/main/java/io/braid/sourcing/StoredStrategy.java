package io.braid.sourcing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A strategy document at one version; the document itself never changes, a change is a new version.
 *
 * @param rowVersion counts its promotions and retirements, with one journal entry each
 */
public record StoredStrategy(
        UUID id,
        String name,
        int version,
        State state,
        String document,
        int rowVersion,
        Instant createdAt,
        String createdBy,
        @Nullable Instant promotedAt) {
    /** One strategy is live; drafts were never live, retired ones were. */
    public enum State {
        DRAFT,
        LIVE,
        RETIRED
    }
}
