package io.braid.sourcing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.carriage.CarrierTables;
import io.braid.carriage.Carriers;
import io.braid.catalog.Product;
import io.braid.catalog.Products;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import io.braid.inventory.StockOffer;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.Capacity;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import io.braid.order.NewOrder;
import io.braid.pricing.ContractedPrices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a batch: one statement per kind of fact, none per order. */
final class Gathering {
    private final Strategies strategies;
    private final Products products;
    private final Stock stock;
    private final Locations locations;
    private final ContractedPrices prices;
    private final PostalCodes places;
    private final Capacity capacity;
    private final Carriers carriers;
    private final GatheringExtras extras;

    /** The value of a location's version is one object, and what it means to the engine never changes. */
    private final Cache<Location, KnownLocation> translated =
            Caffeine.newBuilder().weakKeys().build();

    Gathering(Sources sources) {
        this.strategies = sources.strategies();
        this.products = sources.products();
        this.stock = sources.stock();
        this.locations = sources.locations();
        this.prices = sources.prices();
        this.places = sources.places();
        this.capacity = sources.capacity();
        this.carriers = sources.carriers();
        this.extras = sources.extras();
    }

    /** Where facts come from. */
    record Sources(
            Strategies strategies,
            Products products,
            Stock stock,
            Locations locations,
            ContractedPrices prices,
            PostalCodes places,
            Capacity capacity,
            Carriers carriers,
            GatheringExtras extras) {}

    Facts forOrders(List<Incoming> batch) {
        Set<Sku> skus = new HashSet<>();
        Set<PostalCode> destinations = new HashSet<>();
        Set<PostalCode> unplaced = new HashSet<>();
        for (Incoming one : batch) {
            one.order().lines().forEach(line -> skus.add(line.sku()));
            destinations.add(one.order().shipTo().postalCode());
            if (one.order().shipTo().point() == null) {
                unplaced.add(one.order().shipTo().postalCode());
            }
        }
        return gather(
                new Wanted(skus, destinations, unplaced, batch.getLast().deed().at()));
    }

    /** For orders that are here already, and these products of theirs. */
    Facts forPlaced(Collection<NewOrder> orders, Collection<Sku> skus, Instant at) {
        Set<PostalCode> destinations = new HashSet<>();
        Set<PostalCode> unplaced = new HashSet<>();
        for (NewOrder order : orders) {
            destinations.add(order.shipTo().postalCode());
            if (order.shipTo().point() == null) {
                unplaced.add(order.shipTo().postalCode());
            }
        }
        return gather(new Wanted(skus, destinations, unplaced, at));
    }

    /** For one order that is looked at alone. */
    Facts forOrder(NewOrder order, Collection<Sku> skus, Instant at) {
        return gather(of(order, skus, at));
    }

    private static Wanted of(NewOrder order, Collection<Sku> skus, Instant at) {
        Set<PostalCode> destination = Set.of(order.shipTo().postalCode());
        return new Wanted(skus, destination, order.shipTo().point() == null ? destination : Set.of(), at);
    }

    /** As for an order, with units that are pretended in place of the products' real ones; nothing bars them. */
    Facts forTrial(NewOrder order, Collection<Sku> skus, Map<StockKey, Integer> pretended, Instant at) {
        Map<Sku, Product> known = products.findAll(skus);
        Set<Sku> real = new HashSet<>(known.keySet());
        List<StockOffer> offers = new ArrayList<>();
        pretended.forEach((key, units) -> {
            real.remove(key.sku());
            offers.add(new StockOffer(key.sku(), key.location(), units));
        });
        offers.addAll(stock.offersAndBarred(real, at));
        return gather(of(order, skus, at), known, offers);
    }

    /** For a cart that is not an order. */
    Facts forCart(Collection<Sku> skus, Set<PostalCode> postals, Instant at) {
        return gather(new Wanted(skus, postals, postals, at));
    }

    /** The facts of one order under another strategy, with what that one asks for. */
    Facts under(Facts facts, LiveStrategy other, NewOrder order, Instant at) {
        GatheringExtras.Scope scope = new GatheringExtras.Scope(
                facts.locations().keySet(),
                facts.products().keySet(),
                Set.of(order.shipTo().postalCode()),
                at);
        return facts.under(other, extras.read(other.strategy().fields(), scope));
    }

    /** What is to be known; unplaced are the destinations that only their postal code places. */
    private record Wanted(Collection<Sku> skus, Set<PostalCode> destinations, Set<PostalCode> unplaced, Instant at) {}

    /** What these fields ask for beside the usual facts, about some orders of a replay. */
    Extras extras(Set<String> fields, GatheringExtras.Scope scope) {
        return extras.read(fields, scope);
    }

    /** For orders that are replayed on units that the caller names, whatever lies there now. */
    Facts forReplay(Collection<Sku> skus, Set<PostalCode> unplaced, List<StockOffer> offers, Instant at) {
        return gather(new Wanted(skus, Set.of(), unplaced, at), products.findAll(skus), offers);
    }

    private Facts gather(Wanted wanted) {
        Map<Sku, Product> known = products.findAll(wanted.skus());
        return gather(wanted, known, stock.offersAndBarred(known.keySet(), wanted.at()));
    }

    private Facts gather(Wanted wanted, Map<Sku, Product> known, List<StockOffer> offers) {
        Instant at = wanted.at();
        Ruling live = strategies.ruling();
        Map<LocationCode, KnownLocation> where = where(offers);
        List<Location> all =
                where.values().stream().map(KnownLocation::location).toList();
        return new Facts(
                live,
                known,
                where,
                lots(offers, where, at),
                places.find(wanted.unplaced()),
                once(carriers),
                new Facts.Room(assigned(all, at), new HashMap<>(capacity.usedIn(Rooms.windows(all, at)))),
                extras.read(
                        live.fields(),
                        new GatheringExtras.Scope(where.keySet(), known.keySet(), wanted.destinations(), at)));
    }

    private Map<LocationCode, KnownLocation> where(List<StockOffer> offers) {
        Set<LocationCode> codes = new HashSet<>();
        offers.forEach(offer -> codes.add(offer.location()));
        Map<LocationCode, KnownLocation> where = new HashMap<>();
        locations
                .findAll(codes)
                .forEach((code, location) -> where.put(code, translated.get(location, KnownLocation::of)));
        return where;
    }

    /** Units at a location that nobody knows, which only pretended ones can be, lie nowhere. */
    private Lots lots(List<StockOffer> offers, Map<LocationCode, KnownLocation> where, Instant at) {
        Contracts contracts = Contracts.read(prices, where, offers, at);
        Lots lots = new Lots();
        for (StockOffer offer : offers) {
            KnownLocation location = where.get(offer.location());
            if (location != null) {
                lots.put(offer.sku(), contracts.lot(location, offer.sku(), offer.available(), offer.barred()));
            }
        }
        return lots;
    }

    /** Most strategies never ask what shipping costs; who does asks for every candidate. One batch is one thread. */
    static Supplier<CarrierTables> once(Carriers carriers) {
        AtomicReference<@Nullable CarrierTables> known = new AtomicReference<>();
        return () -> {
            CarrierTables tables = known.get();
            if (tables == null) {
                tables = carriers.tables();
                known.set(tables);
            }
            return tables;
        };
    }

    private Map<LocalDate, Map<LocationCode, Integer>> assigned(Collection<Location> where, Instant at) {
        List<LocationDay> days = where.stream()
                .filter(l -> l.dailyCapacity() != null)
                .map(l -> new LocationDay(l.code(), l.hours().localDateAt(at)))
                .toList();
        Map<LocationCode, Integer> counts = capacity.assignedOn(days);
        Map<LocalDate, Map<LocationCode, Integer>> assigned = new HashMap<>();
        for (LocationDay day : days) {
            assigned.computeIfAbsent(day.day(), d -> new HashMap<>())
                    .put(day.location(), counts.getOrDefault(day.location(), 0));
        }
        return assigned;
    }
}
