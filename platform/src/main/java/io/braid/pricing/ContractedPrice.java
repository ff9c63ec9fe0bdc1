package io.braid.pricing;

import io.braid.kernel.UnitCost;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost agreed with a vendor for a span of days, both included; open at the end when {@code validTo} is null. Once
 * it has begun it is never changed, only ended.
 */
public record ContractedPrice(
        UUID id,
        UnitCost unitCost,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** Whether both hold on some day. */
    boolean overlaps(LocalDate from, @Nullable LocalDate to) {
        return (to == null || !validFrom.isAfter(to)) && (validTo == null || !validTo.isBefore(from));
    }

    /** {@code 2026-01-01 to 2026-02-28}, or {@code from 2026-03-01 on}. */
    String span() {
        return validTo == null ? "from " + validFrom + " on" : validFrom + " to " + validTo;
    }
}
