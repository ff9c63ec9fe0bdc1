package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which positions to list: of a product, of a location, of both or of all.
 *
 * @param locations besides, these alone; null is any
 */
public record PositionFilter(
        @Nullable Sku sku,
        @Nullable LocationCode location,
        @Nullable List<LocationCode> locations) {
    public PositionFilter(@Nullable Sku sku, @Nullable LocationCode location) {
        this(sku, location, null);
    }
}
