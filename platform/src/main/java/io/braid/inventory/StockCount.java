package io.braid.inventory;

import io.braid.kernel.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody counted: a statement about a moment, so a later statement wins over an earlier one, whichever arrives
 * first.
 *
 * @param safetyStock null leaves it as it is
 * @param incoming null leaves it as it is
 */
public record StockCount(
        StockKey key,
        Quantity onHand,
        @Nullable Quantity safetyStock,
        @Nullable List<Incoming> incoming,
        Instant asOf) {

    static StockCount nothing(StockKey key, Instant asOf) {
        return new StockCount(key, Quantity.ZERO, null, null, asOf);
    }
}
