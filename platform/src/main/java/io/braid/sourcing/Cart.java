package io.braid.sourcing;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody might order. Nobody has bought it, so it has no customer and no prices.
 *
 * @param services the services to ask, each {@code GROUND} or {@code SAMPLE/GROUND}; empty for all in use
 */
public record Cart(List<Item> items, Target target, Currency currency, List<String> services, Kind kind) {
    public Cart {
        items = List.copyOf(items);
        services = List.copyOf(services);
    }

    /** Units of one product, as the cart's so-manieth line. */
    public record Item(int line, Sku sku, int quantity) {}

    /** Where to; the point is the caller's own when it knows better than the postal code, or has no code at all. */
    public record Target(
            CountryCode country,
            @Nullable String region,
            @Nullable PostalCode postalCode,
            @Nullable GeoPoint point) {}

    /** What rules may ask about the order that the cart would become. */
    public record Kind(String channel, String fulfillmentType, Map<String, Object> attributes) {}
}
