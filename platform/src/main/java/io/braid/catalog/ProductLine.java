package io.braid.catalog;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of a product file. What it leaves out (null) stays as it is, or takes its standard value when new. */
public record ProductLine(
        Sku sku,
        Upc upc,
        String name,
        @Nullable Integer weightGrams,
        @Nullable UnitCost unitCost,
        Map<String, Object> attributes,
        @Nullable Boolean keepTogether) {

    ProductDraft over(@Nullable Product current) {
        if (current == null) {
            return new ProductDraft(
                    sku,
                    upc,
                    name,
                    Objects.requireNonNullElse(weightGrams, 0),
                    unitCost,
                    attributes,
                    Objects.requireNonNullElse(keepTogether, false));
        }
        Map<String, Object> merged = new HashMap<>(current.attributes());
        merged.putAll(attributes);
        return new ProductDraft(
                sku,
                upc,
                name,
                Objects.requireNonNullElse(weightGrams, current.weightGrams()),
                unitCost == null ? current.unitCost() : unitCost,
                merged,
                Objects.requireNonNullElse(keepTogether, current.keepTogether()));
    }

    List<?> keys() {
        return List.of(sku, upc);
    }
}
