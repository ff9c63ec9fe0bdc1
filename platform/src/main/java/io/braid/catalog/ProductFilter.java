package io.braid.catalog;

import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import org.jspecify.annotations.Nullable;

/** Which products to list; null asks for any. */
public record ProductFilter(@Nullable Sku sku, @Nullable Upc upc) {
    public static final ProductFilter ALL = new ProductFilter(null, null);
}
