package io.braid.invoice;

import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of deductions is asked for: null is any. In the order they were proposed, behind a given one. */
public record DeductionQuery(
        @Nullable VendorCode vendor,
        Deduction.@Nullable State state,
        @Nullable UUID after,
        int limit) {
    DeductionQuery of(VendorCode only) {
        return new DeductionQuery(only, state, after, limit);
    }
}
