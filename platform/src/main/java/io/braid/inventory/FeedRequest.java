package io.braid.inventory;

import io.braid.kernel.LocationCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is to be read.
 *
 * @param source {@code CSV} or {@code NDJSON}
 * @param asOf when rows without a time of their own were true; null is now
 */
public record FeedRequest(
        LocationCode location,
        FeedMode mode,
        StockSource source,
        @Nullable Instant asOf) {}
