package io.braid.api;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.Money;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import io.braid.location.FulfillmentType;
import io.braid.sourcing.Cart;
import io.braid.sourcing.Promises;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cart as it is sent; {@link #cart} reads it and remembers everything that is wrong with it. */
record CartBody(
        @Nullable List<@Nullable CartLineBody> lines,
        @Nullable DestinationBody destination,
        @Nullable List<@Nullable String> services,
        @Nullable String currency,
        @Nullable String channel,
        @Nullable String fulfillmentType,
        @Nullable Map<String, Object> attributes,
        @Nullable Instant at) {
    static final String COUNTRY_STANDARD = "US";
    static final Currency CURRENCY_STANDARD = Money.parseCurrency("USD");

    private static final int CODE_LENGTH_MAX = 64;
    private static final int SERVICES_MAX = 50;

    record CartLineBody(
            @Nullable Integer line,
            @Nullable String sku,
            @Nullable Integer quantity) {}

    record DestinationBody(
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String region,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    Cart cart(Faults faults) {
        List<Cart.Item> items = items(faults);
        Cart.Target target = target(faults);
        Currency said = faults.optional("/currency", currency, Money::parseCurrency);
        FulfillmentType type = faults.optionalChoice("/fulfillmentType", fulfillmentType, FulfillmentType.class);
        Cart.Kind kind = new Cart.Kind(
                Objects.requireNonNullElse(faults.optionalText("/channel", channel, CODE_LENGTH_MAX), ""),
                Objects.requireNonNullElse(type, FulfillmentType.SHIP).name(),
                Attributes.read(faults, "/attributes", attributes));
        List<String> wanted = services(faults);
        faults.moment("/at", at);
        faults.refuseIfAny();
        return new Cart(items, Faults.known(target), Objects.requireNonNullElse(said, CURRENCY_STANDARD), wanted, kind);
    }

    private List<Cart.Item> items(Faults faults) {
        List<Cart.Item> items = new ArrayList<>();
        if (faults.required("/lines", lines) == null || lines == null) {
            return items;
        }
        if (lines.isEmpty() || lines.size() > Promises.LINES_MAX) {
            faults.add("/lines", "a cart has 1 to " + Promises.LINES_MAX + " lines, not " + lines.size());
            return items;
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            CartLineBody body = faults.required("/lines/" + i, lines.get(i));
            if (body == null) {
                continue;
            }
            int number = body.line() == null
                    ? i + 1
                    : faults.number(Faults.at("/lines", i, "line"), body.line(), 1, 1_000_000);
            Sku sku = faults.read(Faults.at("/lines", i, "sku"), body.sku(), Sku::new);
            int quantity =
                    faults.quantity(Faults.at("/lines", i, "quantity"), body.quantity(), 1, Quantity.ORDERED_MAX);
            if (!numbers.add(number)) {
                faults.add(Faults.at("/lines", i, "line"), "line " + number + " is there twice");
            }
            if (sku != null) {
                items.add(new Cart.Item(number, sku, quantity));
            }
        }
        return items;
    }

    private Cart.@Nullable Target target(Faults faults) {
        DestinationBody to = faults.required("/destination", destination);
        if (to == null) {
            return null;
        }
        String country = Objects.requireNonNullElse(to.country(), COUNTRY_STANDARD);
        CountryCode code = faults.read("/destination/country", country, CountryCode::new);
        PostalCode postal = code == null
                ? null
                : faults.optional("/destination/postalCode", to.postalCode(), text -> PostalCode.parse(code, text));
        GeoPoint point = point(faults, to);
        if (to.postalCode() == null && to.latitude() == null && to.longitude() == null) {
            faults.add("/destination", "give a postalCode, or latitude and longitude");
        }
        String region = faults.optionalText("/destination/region", to.region(), CODE_LENGTH_MAX);
        return code == null ? null : new Cart.Target(code, region, postal, point);
    }

    private static @Nullable GeoPoint point(Faults faults, DestinationBody to) {
        if (to.latitude() == null || to.longitude() == null) {
            if (to.latitude() != null || to.longitude() != null) {
                faults.add("/destination/latitude", "latitude and longitude go together: give both or neither");
            }
            return null;
        }
        try {
            return new GeoPoint(to.latitude(), to.longitude());
        } catch (IllegalArgumentException e) {
            faults.add("/destination/latitude", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<String> services(Faults faults) {
        List<String> wanted = new ArrayList<>();
        if (services != null && services.size() > SERVICES_MAX) {
            faults.add("/services", "has more than " + SERVICES_MAX + " services");
            return wanted;
        }
        for (int i = 0; services != null && i < services.size(); i++) {
            String service = faults.text("/services/" + i, services.get(i), CODE_LENGTH_MAX);
            if (service != null) {
                wanted.add(service);
            }
        }
        return wanted;
    }
}
