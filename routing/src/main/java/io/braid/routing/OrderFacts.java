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
        Map<String, Object> attributes,
        Customer customer) {
    public OrderFacts {
        attributes = Facts.known(attributes);
    }

    /** An order of a customer nobody knows anything about. */
    public OrderFacts(
            String number,
            String channel,
            String fulfillmentType,
            @Nullable String requestedService,
            String currency,
            Place destination,
            @Nullable BigDecimal value,
            Map<String, Object> attributes) {
        this(
                number,
                channel,
                fulfillmentType,
                requestedService,
                currency,
                destination,
                value,
                attributes,
                Customer.UNKNOWN);
    }

    /** What rules may ask about who bought: never a name, an address or a number. */
    public record Customer(@Nullable String group, Map<String, Object> attributes) {
        public static final Customer UNKNOWN = new Customer(null, Map.of());

        public Customer {
            attributes = Facts.known(attributes);
        }
    }
}
