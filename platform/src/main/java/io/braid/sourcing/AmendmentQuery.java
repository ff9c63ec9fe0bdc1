package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of amendments is asked for: null is any. In the order they were requested, behind a given one. */
public record AmendmentQuery(
        @Nullable VendorCode vendor,
        Amendment.@Nullable State state,
        @Nullable OrderNumber order,
        @Nullable UUID after,
        int limit) {
    AmendmentQuery of(VendorCode only) {
        return new AmendmentQuery(only, state, order, after, limit);
    }
}
