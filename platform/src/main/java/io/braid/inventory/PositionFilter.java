package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import org.jspecify.annotations.Nullable;

/** Which positions to list: of a product, of a location, of both or of all. */
public record PositionFilter(@Nullable Sku sku, @Nullable LocationCode location) {}
