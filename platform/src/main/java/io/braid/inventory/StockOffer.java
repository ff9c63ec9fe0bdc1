package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What a location could send of a product at the moment of asking: at least one unit, promised to nobody yet.
 *
 * @param barred why these units may not be promised although they are there; null when they may
 */
public record StockOffer(
        Sku sku,
        LocationCode location,
        int available,
        @Nullable String barred) {
    /** Units that may be promised. */
    public StockOffer(Sku sku, LocationCode location, int available) {
        this(sku, location, available, null);
    }
}
