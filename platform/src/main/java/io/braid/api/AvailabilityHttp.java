package io.braid.api;

import io.braid.inventory.Availability;
import io.braid.inventory.ProductAvailability;
import io.braid.journal.Deed;
import io.braid.kernel.CountryCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.FulfillmentType;
import io.braid.sourcing.Cart;
import io.braid.sourcing.Promised;
import io.braid.sourcing.Promises;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be promised now, in all and by location, nearest first to a postal code. */
@RestController
@RequestMapping("/api/v1/availability")
final class AvailabilityHttp {
    private static final String COUNTRY_STANDARD = "US";

    private final Availability availability;
    private final Promises promises;

    AvailabilityHttp(Availability availability, Promises promises) {
        this.availability = availability;
        this.promises = promises;
    }

    record ProductsAsked(
            @Nullable List<@Nullable String> skus,
            @Nullable String postalCode,
            @Nullable String country) {}

    record Available(List<AvailabilityView> items) {}

    /**
     * What there is of one product, the nearest location first.
     *
     * @param promise the earliest for one unit, to the postal code; null without one, or when none can be made
     */
    record AvailabilityView(
            Sku sku,
            long available,
            List<ProductAvailability.AtLocation> locations,
            PromiseView.@Nullable WayView promise) {
        static AvailabilityView of(ProductAvailability product, Promised.@Nullable Way promise) {
            return new AvailabilityView(
                    product.sku(), product.available(), product.locations(), PromiseView.WayView.orNull(promise));
        }
    }

    @GetMapping
    @Needs("inventory:read")
    AvailabilityView ofProduct(
            Deed deed,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String postalCode,
            @RequestParam(required = false) @Nullable String country,
            Sight sight) {
        Faults faults = new Faults();
        Sku product = faults.read("/sku", sku, Sku::new);
        PostalCode near = near(faults, postalCode, country);
        faults.refuseIfAny();
        ProductAvailability found = Answers.of(availability.ofProduct(Faults.known(product), near, deed.at()));
        return promised(deed, List.of(found), near, sight).getFirst();
    }

    @PostMapping
    @Needs("inventory:read")
    Available ofProducts(@RequestBody ProductsAsked body, Deed deed, Sight sight) {
        Faults faults = new Faults();
        List<Sku> skus = skus(faults, body.skus());
        PostalCode near = near(faults, body.postalCode(), body.country());
        faults.refuseIfAny();
        List<ProductAvailability> found = Answers.of(availability.ofProducts(skus, near, deed.at()));
        return new Available(promised(deed, found, near, sight));
    }

    /** A promise is made by the whole network, so only those who see it are told. */
    private List<AvailabilityView> promised(
            Deed deed, List<ProductAvailability> found, @Nullable PostalCode near, Sight sight) {
        if (near == null || sight.isLimited()) {
            return found.stream()
                    .map(product -> AvailabilityView.of(product.at(sight::reaches), null))
                    .toList();
        }
        List<Cart.Item> units = new ArrayList<>();
        found.forEach(product -> units.add(new Cart.Item(units.size() + 1, product.sku(), 1)));
        Cart cart = new Cart(
                units,
                new Cart.Target(near.country(), null, near, null),
                CartBody.CURRENCY_STANDARD,
                List.of(),
                new Cart.Kind("", FulfillmentType.SHIP.name(), Map.of()));
        List<Promised.OfLine> promised = Answers.of(promises.promiseEach(deed, cart));
        return IntStream.range(0, found.size())
                .mapToObj(i -> AvailabilityView.of(found.get(i), promised.get(i).earliest()))
                .toList();
    }

    private static List<Sku> skus(Faults faults, @Nullable List<@Nullable String> texts) {
        List<Sku> skus = new ArrayList<>();
        if (texts == null || texts.isEmpty()) {
            faults.add("/skus", "at least one is required");
        } else if (texts.size() > Availability.PRODUCTS_MAX) {
            faults.add("/skus", "has more than " + Availability.PRODUCTS_MAX + " products; ask in several requests");
        } else {
            for (int i = 0; i < texts.size(); i++) {
                Sku sku = faults.read("/skus/" + i, texts.get(i), Sku::new);
                if (sku != null) {
                    skus.add(sku);
                }
            }
        }
        return skus;
    }

    private static @Nullable PostalCode near(Faults faults, @Nullable String postalCode, @Nullable String country) {
        String text = Objects.requireNonNullElse(country, COUNTRY_STANDARD);
        CountryCode code = faults.optional("/country", text, CountryCode::new);
        return code == null ? null : faults.optional("/postalCode", postalCode, given -> PostalCode.parse(code, given));
    }
}
