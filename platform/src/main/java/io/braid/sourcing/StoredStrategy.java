package io.braid.sourcing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A strategy document at one version; the document itself never changes, a change is a new version. */
public record StoredStrategy(Standing standing, String document) {
    public UUID id() {
        return standing.id();
    }

    public String name() {
        return standing.name();
    }

    public int version() {
        return standing.version();
    }

    /** One strategy is live; drafts were never live, retired ones were; of a removed draft its number is left. */
    public enum State {
        DRAFT,
        LIVE,
        RETIRED,
        REMOVED
    }

    /**
     * What can be told of a strategy without its document, which may be a megabyte.
     *
     * @param rowVersion counts its promotions, shares and retirements, with one journal entry each
     * @param promotedAt when it last became live
     */
    public record Standing(
            UUID id,
            String name,
            int version,
            State state,
            int rowVersion,
            Instant createdAt,
            String createdBy,
            @Nullable Instant promotedAt,
            @Nullable Trial trial) {}

    /**
     * A share of the orders that a strategy which is not live was given.
     *
     * @param share above 0 and below 1, in ten-thousandths
     * @param since when it was first given a share in this trial; raising the share does not begin anew
     */
    public record Trial(BigDecimal share, Instant since) {}
}
