package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.catalog.Product;
import io.braid.inventory.StockKey;
import io.braid.inventory.StockOffer;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.location.LocationWindow;
import io.braid.pricing.ValidPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything a batch of orders needs to know, read once: what is sold, where it lies, what it costs there, where
 * places are, and which strategy rules now. Carriers' tables are asked for only where they matter, and once.
 * {@link Draft} holds what is left of it while the batch is routed.
 */
record Facts(
        Ruling strategy,
        Map<Sku, Product> products,
        Map<Sku, List<LocationCode>> stockedAt,
        Map<LocationCode, Location> locations,
        Map<VendorSku, ValidPrice> prices,
        Map<PostalCode, GeoPoint> places,
        Supplier<CarrierTables> carriers,
        Draft draft,
        Extras extras) {

    /** The same facts, but with these units and no others. */
    Facts withStock(Map<StockKey, Integer> available) {
        return new Facts(
                strategy,
                products,
                stockedAt,
                locations,
                prices,
                places,
                carriers,
                new Draft(
                        new HashMap<>(available), new HashMap<>(draft.assigned), new HashMap<>(draft.used), draft.bars),
                extras);
    }

    /** The same facts under one of the strategies they were read for. */
    Facts under(LiveStrategy one) {
        return under(one, extras);
    }

    /** The same facts under another strategy, with what that one asks for. */
    Facts under(LiveStrategy other, Extras its) {
        return new Facts(Ruling.of(other), products, stockedAt, locations, prices, places, carriers, draft, its);
    }

    /** The same facts with products lying elsewhere. */
    Facts stockedAt(Map<Sku, List<LocationCode>> elsewhere) {
        return new Facts(strategy, products, elsewhere, locations, prices, places, carriers, draft, extras);
    }

    /** The same facts with units that are pretended, so that nothing known of the real ones bars them. */
    Facts pretending(Map<StockKey, Integer> available, Set<StockKey> pretended) {
        Bars bars = draft.bars;
        Map<StockKey, StockOffer> others = new HashMap<>(bars.stock());
        others.keySet().removeAll(pretended);
        Facts same = withStock(available);
        return new Facts(
                strategy,
                products,
                stockedAt,
                locations,
                prices,
                places,
                carriers,
                new Draft(
                        same.draft.available,
                        same.draft.assigned,
                        same.draft.used,
                        new Bars(bars.day(), others, bars.inactive())),
                extras);
    }

    /** Nothing is known yet and nothing was assigned; it grows by {@link #learn}. */
    static Facts growing(LiveStrategy strategy, LocalDate day, Supplier<CarrierTables> carriers) {
        Bars bars = new Bars(day, new HashMap<>(), new HashSet<>());
        return new Facts(
                Ruling.of(strategy),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                carriers,
                new Draft(new HashMap<>(), new HashMap<>(), new HashMap<>(), bars),
                Extras.NONE);
    }

    /**
     * Adds what is known of further products, with a copy of their units. What a day was assigned is not taken over:
     * who replays days counts them anew. Only for facts that {@link #growing} began.
     */
    void learn(Facts more) {
        products.putAll(more.products);
        stockedAt.putAll(more.stockedAt);
        locations.putAll(more.locations);
        prices.putAll(more.prices);
        places.putAll(more.places);
        draft.available.putAll(more.draft.available);
        draft.bars.stock.putAll(more.draft.bars.stock);
        draft.bars.inactive.addAll(more.draft.bars.inactive);
    }

    /** What is there and may not be used: positions by their own state, and owners who take no orders. */
    record Bars(LocalDate day, Map<StockKey, StockOffer> stock, Set<VendorCode> inactive) {
        /** Why a product of an owner without a price for it may not be used. */
        String withoutPrice(VendorCode vendor, Sku sku) {
            return inactive.contains(vendor)
                    ? "vendor " + vendor + " is not active"
                    : "no contracted price on " + day + " for " + sku;
        }
    }

    record VendorSku(VendorCode vendor, Sku sku) {}

    @Nullable
    ValidPrice price(@Nullable VendorCode vendor, Sku sku) {
        return vendor == null ? null : prices.get(new VendorSku(vendor, sku));
    }

    /** What the orders routed so far have left over; guarded again by locks before anything is promised. */
    static final class Draft {
        private final Map<StockKey, Integer> available;
        private final Map<LocationDay, Integer> assigned;
        private final Map<LocationWindow, BigDecimal> used;
        private final Bars bars;

        Draft(
                Map<StockKey, Integer> available,
                Map<LocationDay, Integer> assigned,
                Map<LocationWindow, BigDecimal> used,
                Bars bars) {
            this.used = used;
            this.available = available;
            this.assigned = assigned;
            this.bars = bars;
        }

        BigDecimal used(LocationWindow window) {
            return used.getOrDefault(window, BigDecimal.ZERO);
        }

        void book(LocationWindow window, BigDecimal amount) {
            used.merge(window, amount, BigDecimal::add);
        }

        Bars bars() {
            return bars;
        }

        int available(StockKey key) {
            return available.getOrDefault(key, 0);
        }

        int assigned(LocationDay day) {
            return assigned.getOrDefault(day, 0);
        }

        void take(StockKey key, int units) {
            available.merge(key, -units, Integer::sum);
        }

        void count(LocationDay day) {
            assigned.merge(day, 1, Integer::sum);
        }
    }
}
