package io.braid.inventory;

import io.braid.kernel.Sku;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Stock as it was, worked out backwards from what it is and the moves since; nothing is kept for it. */
public final class PastStock {
    private final PastStore store;

    PastStock(PastStore store) {
        this.store = store;
    }

    /**
     * What every position of these products had unpromised at a moment, less what was promised since, which the caller
     * adds; it may be negative. Blocks and safety stock are those of now.
     */
    public List<StockOffer> offersOf(Collection<Sku> skus, Instant since, Instant now) {
        return skus.isEmpty() ? List.of() : store.offersOf(skus, since, now);
    }

    /** What came in since. */
    public List<Supply> suppliesSince(Collection<Sku> skus, Instant since) {
        return skus.isEmpty() ? List.of() : store.suppliesSince(skus, since);
    }
}
