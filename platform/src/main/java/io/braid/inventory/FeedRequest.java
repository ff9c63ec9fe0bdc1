package io.braid.inventory;

import io.braid.kernel.LocationCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is to be read.
 *
 * @param source {@code CSV} or {@code NDJSON}
 * @param asOf when rows without a time of their own were true; null is now
 * @param countable of which products the sender may tell
 * @param caution whether a file that empties much is held until it is confirmed
 * @param confirmation what the refusal of that very file asked for; null confirms nothing
 */
public record FeedRequest(
        LocationCode location,
        FeedMode mode,
        StockSource source,
        @Nullable Instant asOf,
        Countable countable,
        Caution caution,
        @Nullable String confirmation) {
    /** Whoever answers for one vendor's stock alone is asked before much of it is emptied. */
    public enum Caution {
        NONE,
        HOLD_WHAT_EMPTIES_MUCH
    }

    /** The operator's, of any product. */
    public FeedRequest(LocationCode location, FeedMode mode, StockSource source, @Nullable Instant asOf) {
        this(location, mode, source, asOf, Countable.ANY, Caution.NONE, null);
    }

    /** The same file sent by somebody who may tell of these products alone; held when it empties much. */
    public FeedRequest limitedTo(LocationCode at, Countable own, @Nullable String confirmed) {
        return new FeedRequest(at, mode, source, asOf, own, Caution.HOLD_WHAT_EMPTIES_MUCH, confirmed);
    }
}
