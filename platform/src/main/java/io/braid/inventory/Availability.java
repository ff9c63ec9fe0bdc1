package io.braid.inventory;

import io.braid.catalog.Product;
import io.braid.catalog.Products;
import io.braid.inventory.ProductAvailability.AtLocation;
import io.braid.inventory.StockRefusal.PostalCodeNotKnown;
import io.braid.inventory.StockRefusal.ProductNotFound;
import io.braid.inventory.StockRefusal.ProductsNotKnown;
import io.braid.kernel.Fault;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.Location;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may promise its shoppers, over all active locations. It is read from the positions themselves, so it
 * is never behind them; it reserves nothing, and an order placed a moment later may find less.
 */
public final class Availability {
    /** Products of one request: a large cart or a page of a catalogue. */
    public static final int PRODUCTS_MAX = 500;

    private static final Comparator<AtLocation> NEAREST_FIRST = Comparator.comparing(
                    AtLocation::distanceKm, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AtLocation::location);

    private final Stock stock;
    private final Products products;
    private final Locations locations;
    private final PostalCodes postalCodes;

    Availability(Stock stock, Products products, Locations locations, PostalCodes postalCodes) {
        this.stock = stock;
        this.products = products;
        this.locations = locations;
        this.postalCodes = postalCodes;
    }

    public Outcome<ProductAvailability> ofProduct(Sku sku, @Nullable PostalCode near, Instant at) {
        return products.findProduct(sku).isEmpty()
                ? Outcome.refused(new ProductNotFound(sku))
                : read(List.of(sku), near, at).map(List::getFirst);
    }

    /** In the order asked; one statement each for products, place, stock and locations, however many products. */
    public Outcome<List<ProductAvailability>> ofProducts(List<Sku> skus, @Nullable PostalCode near, Instant at) {
        Map<Sku, Product> known = products.findAll(skus);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < skus.size(); i++) {
            if (!known.containsKey(skus.get(i))) {
                faults.add(new Fault("/skus/" + i, "there is no product " + skus.get(i)));
            }
        }
        return faults.isEmpty() ? read(skus, near, at) : Outcome.refused(new ProductsNotKnown(faults));
    }

    private Outcome<List<ProductAvailability>> read(List<Sku> skus, @Nullable PostalCode near, Instant at) {
        GeoPoint place = near == null ? null : postalCodes.find(List.of(near)).get(near);
        if (near != null && place == null) {
            return Outcome.refused(new PostalCodeNotKnown(near));
        }
        Map<Sku, List<StockOffer>> offers =
                stock.offers(skus, at).stream().collect(Collectors.groupingBy(StockOffer::sku));
        Map<LocationCode, Location> senders = locations.findAll(offers.values().stream()
                .flatMap(Collection::stream)
                .map(StockOffer::location)
                .collect(Collectors.toSet()));
        return Outcome.done(skus.stream()
                .map(sku -> availability(sku, offers.getOrDefault(sku, List.of()), senders, place))
                .toList());
    }

    private static ProductAvailability availability(
            Sku sku, List<StockOffer> offers, Map<LocationCode, Location> senders, @Nullable GeoPoint place) {
        List<AtLocation> parts = new ArrayList<>();
        for (StockOffer offer : offers) {
            Location location = senders.get(offer.location());
            if (location != null && location.active()) {
                Double distanceKm =
                        place == null ? null : rounded(location.point().distanceKmTo(place));
                parts.add(new AtLocation(offer.location(), offer.available(), distanceKm));
            }
        }
        parts.sort(NEAREST_FIRST);
        return new ProductAvailability(
                sku, parts.stream().mapToLong(AtLocation::available).sum(), parts);
    }

    /** Postal codes are areas: more than a tenth of a kilometre would pretend. */
    private static double rounded(double km) {
        return Math.round(km * 10) / 10.0;
    }
}
