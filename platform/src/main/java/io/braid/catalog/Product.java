package io.braid.catalog;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sellable item as it stands.
 *
 * @param unitCost what a unit of our own stock cost us; null when nobody said, and never a vendor's price
 * @param attributes free facts for routing, JSON values
 * @param keepTogether whether its units should come from one location
 */
public record Product(
        Sku sku,
        Upc upc,
        String name,
        int weightGrams,
        @Nullable UnitCost unitCost,
        Map<String, Object> attributes,
        boolean keepTogether,
        int version) {
    public Product {
        attributes = Map.copyOf(attributes);
    }
}
