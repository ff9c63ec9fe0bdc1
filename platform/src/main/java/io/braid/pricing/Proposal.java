package io.braid.pricing;

import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item and a price as a vendor offers them, and what became of it. What was offered is never changed. */
public record Proposal(
        UUID id,
        VendorCode vendor,
        ItemDraft offer,
        State state,
        @Nullable String comment,
        int version,
        Instant proposedAt,
        @Nullable Instant decidedAt) {
    /** Open until the operator decides, or the vendor takes it back or offers something else for the same day. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    Proposal decided(State to, @Nullable String why, Instant at) {
        return new Proposal(id, vendor, offer, to, why, version + 1, proposedAt, at);
    }
}
