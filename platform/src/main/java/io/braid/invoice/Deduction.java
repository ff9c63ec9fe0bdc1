package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something agreed to be taken off what a vendor is owed, held against it by a fact. Proposed first; the vendor may
 * dispute it until a moment; accepted, by a person or because nobody disputed it in time, it becomes a credit note.
 */
public record Deduction(
        UUID id,
        Claim claim,
        State state,
        Instant proposedAt,
        Instant disputableUntil,
        @Nullable String dispute,
        @Nullable String comment,
        @Nullable String creditNote,
        int version) {
    public enum Kind {
        LATE_SHIPMENT,
        CANCELED_UNITS,
        MISLABELED
    }

    public enum State {
        PROPOSED,
        DISPUTED,
        ACCEPTED,
        WAIVED
    }

    /**
     * What is held against the vendor.
     *
     * @param evidenceKey names the fact, so that it is held against the vendor once
     * @param rule the agreement, in words
     * @param evidence the fact, in words
     */
    public record Claim(
            VendorCode vendor,
            Kind kind,
            ShipmentNumber shipment,
            String evidenceKey,
            String rule,
            String evidence,
            Money amount) {}
}
