package io.braid.api;

import io.braid.invoice.Deduction;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deduction with its rule and its evidence, the same to the operator and to its vendor. */
record DeductionView(
        UUID id,
        VendorCode vendor,
        Deduction.Kind kind,
        ShipmentNumber shipment,
        String rule,
        String evidence,
        Money amount,
        Deduction.State state,
        Instant proposedAt,
        Instant disputableUntil,
        @Nullable String dispute,
        @Nullable String comment,
        @Nullable String creditNote,
        int version) {
    static DeductionView of(Deduction deduction) {
        Deduction.Claim claim = deduction.claim();
        return new DeductionView(
                deduction.id(),
                claim.vendor(),
                claim.kind(),
                claim.shipment(),
                claim.rule(),
                claim.evidence(),
                claim.amount(),
                deduction.state(),
                deduction.proposedAt(),
                deduction.disputableUntil(),
                deduction.dispute(),
                deduction.comment(),
                deduction.creditNote(),
                deduction.version());
    }

    static List<String> key(Deduction deduction) {
        return List.of(deduction.id().toString());
    }
}
