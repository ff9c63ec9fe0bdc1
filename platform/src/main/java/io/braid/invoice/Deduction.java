package io.braid.invoice;

import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something agreed to be taken off what a vendor is owed, held against it by a fact. Proposed first; the vendor may
 * dispute it until a moment. Accepted, by the vendor, by a person once that moment is over, or because nobody disputed
 * it in time, it becomes a credit note.
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

    /** How the journal tells its way into its state. */
    Entry entry(@Nullable State from) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vendor", claim.vendor().text());
        data.put("shipment", claim.shipment().toString());
        data.put("kind", claim.kind().name());
        data.put("rule", claim.rule());
        data.put("evidence", claim.evidence());
        data.put("amount", claim.amount().toString());
        if (creditNote != null) {
            data.put("creditNote", creditNote);
        }
        return new Entry(
                Subject.of(claim.shipment().order(), "deduction", id.toString()),
                version,
                "Deduction" + state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT),
                from == null ? null : from.name(),
                state.name(),
                data);
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
