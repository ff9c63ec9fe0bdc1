package io.braid.routing;

import io.braid.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line that needs locations: the quantity still open, what rules may ask about it, the locations that must not get
 * it, each with words on how it failed the line before (empty where there are none), the group it must stay together
 * with, and what one unit sells for in the order's currency. Lines of one sku share the stock of a location.
 */
public record LineFacts(
        int line,
        String sku,
        int quantity,
        int weightGrams,
        @Nullable String keepTogether,
        Map<String, Object> attributes,
        Map<String, Object> productAttributes,
        Map<String, String> excludedLocations,
        @Nullable BigDecimal unitPrice) {
    public LineFacts {
        if (quantity <= 0 || quantity > Quantity.ORDERED_MAX) {
            throw new IllegalArgumentException("line " + line + " asks for " + quantity
                    + " units. Maybe a line without open quantity was passed: leave it out.");
        }
        attributes = Facts.known(attributes);
        productAttributes = Facts.known(productAttributes);
        excludedLocations = Map.copyOf(excludedLocations);
    }

    /** A line whose price nobody asks for. */
    public LineFacts(
            int line,
            String sku,
            int quantity,
            int weightGrams,
            @Nullable String keepTogether,
            Map<String, Object> attributes,
            Map<String, Object> productAttributes,
            Set<String> excludedLocations) {
        this(line, sku, quantity, weightGrams, keepTogether, attributes, productAttributes, excludedLocations, null);
    }

    /** A line whose history has no words. */
    public LineFacts(
            int line,
            String sku,
            int quantity,
            int weightGrams,
            @Nullable String keepTogether,
            Map<String, Object> attributes,
            Map<String, Object> productAttributes,
            Set<String> excludedLocations,
            @Nullable BigDecimal unitPrice) {
        this(
                line,
                sku,
                quantity,
                weightGrams,
                keepTogether,
                attributes,
                productAttributes,
                excludedLocations.stream().collect(Collectors.toMap(code -> code, code -> "")),
                unitPrice);
    }

    /** A line without attributes or history. */
    public static LineFacts of(int line, String sku, int quantity) {
        return new LineFacts(line, sku, quantity, 0, null, Map.of(), Map.of(), Set.of());
    }
}
