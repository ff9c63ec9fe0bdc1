package io.braid.catalog;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wants a product to be; it becomes a {@link Product} when it is stored. */
public record ProductDraft(
        Sku sku,
        Upc upc,
        String name,
        int weightGrams,
        @Nullable UnitCost unitCost,
        Map<String, Object> attributes,
        boolean keepTogether) {
    public ProductDraft {
        attributes = Map.copyOf(attributes);
    }

    Product as(int version) {
        return new Product(sku, upc, name, weightGrams, unitCost, attributes, keepTogether, version);
    }

    /** The whole of it, for the journal: two versions are compared by their entries. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("upc", upc);
        facts.put("name", name);
        facts.put("weightGrams", weightGrams);
        if (unitCost != null) {
            facts.put("unitCost", unitCost);
        }
        facts.put("attributes", attributes);
        facts.put("keepTogether", keepTogether);
        return facts;
    }
}
