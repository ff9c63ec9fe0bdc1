package io.braid.fulfillment;

import io.braid.inventory.StockKey;
import java.time.Instant;
import java.util.Map;

/** What shipments were promised in the past, summed up. */
public final class PastPromises {
    private final PromiseStore store;

    PastPromises(PromiseStore store) {
        this.store = store;
    }

    /** Units that shipments opened since then were given, less what was canceled of them. */
    public Map<StockKey, Integer> since(Instant moment) {
        return store.promisedSince(moment);
    }
}
