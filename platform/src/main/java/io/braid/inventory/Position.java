package io.braid.inventory;

import io.braid.kernel.Upc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product at one location, as read at one moment without a lock: good to show, never to decide a promise by.
 *
 * @param shortage units promised that a count has since taken away
 * @param asOf when the count was true, as its teller said
 */
public record Position(
        StockKey key,
        Upc upc,
        int onHand,
        int reserved,
        int safetyStock,
        int shortage,
        List<Incoming> incoming,
        @Nullable String blockedReason,
        @Nullable LocalDate blockedUntil,
        String source,
        Instant asOf,
        Instant updatedAt,
        long version) {

    /** What could still be promised, were the position not blocked. */
    public int available() {
        return Math.max(0, onHand - reserved - safetyStock);
    }
}
