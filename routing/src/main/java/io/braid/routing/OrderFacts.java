package io.braid.routing;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about an order. Attribute values are texts, numbers, booleans or lists of texts; anything else
 * counts as missing.
 */
public record OrderFacts(
        String number,
        String channel,
        String fulfillmentType,
        @Nullable String requestedService,
        String currency,
        Place destination,
        @Nullable BigDecimal value,
        Map<String, Object> attributes) {
    public OrderFacts {
        attributes = Facts.known(attributes);
    }
}
