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
 */
public record FeedRequest(
        LocationCode location,
        FeedMode mode,
        StockSource source,
        @Nullable Instant asOf,
        Countable countable) {
    /** The operator's, of any product. */
    public FeedRequest(LocationCode location, FeedMode mode, StockSource source, @Nullable Instant asOf) {
        this(location, mode, source, asOf, Countable.ANY);
    }

    /** The same file sent by somebody who may tell of these products alone. */
    public FeedRequest limitedTo(LocationCode at, Countable own) {
        return new FeedRequest(at, mode, source, asOf, own);
    }
}
