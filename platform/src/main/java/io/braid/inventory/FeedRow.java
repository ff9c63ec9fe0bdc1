package io.braid.inventory;

import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row as read: a count, or what is wrong with it. */
sealed interface FeedRow {
    long line();

    record Good(
            long line,
            Sku sku,
            Quantity onHand,
            @Nullable Quantity safetyStock,
            @Nullable Instant asOf) implements FeedRow {}

    record Bad(long line, FeedFault fault) implements FeedRow {}
}
