package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's number for a product and what a unit of it costs from a day on. Pack size, lead time and the day from
 * which it is sold no more stay as they are when they are left out (null); a new item has one unit, no days, no end.
 */
public record ItemDraft(
        String vendorSku,
        Sku sku,
        UnitCost unitCost,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer packSize,
        @Nullable Integer leadTimeDays,
        @Nullable LocalDate discontinuedOn) {
    public ItemDraft {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("validTo " + validTo + " is before validFrom " + validFrom);
        }
    }

    List<?> keys() {
        return List.of(sku, vendorSku);
    }
}
