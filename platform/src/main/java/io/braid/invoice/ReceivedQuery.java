package io.braid.invoice;

import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of received invoices is asked for: null is any. In the order they came, behind a given one. */
public record ReceivedQuery(
        @Nullable VendorCode vendor,
        ReceivedInvoice.@Nullable State state,
        @Nullable UUID after,
        int limit) {
    ReceivedQuery of(VendorCode only) {
        return new ReceivedQuery(only, state, after, limit);
    }
}
