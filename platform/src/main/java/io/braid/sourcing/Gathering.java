package io.braid.sourcing;

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
import io.braid.kernel.VendorCode;
import io.braid.location.Capacity;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import io.braid.order.NewOrder;
import io.braid.pricing.ContractedPrices;
import io.braid.pricing.ValidPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        return gather(new Wanted(
                skus, destinations, unplaced, Set.of(), batch.getLast().deed().at()));
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
        return gather(new Wanted(skus, destinations, unplaced, Set.of(), at));
    }

    /** For one order that is looked at alone. */
    Facts forOrder(NewOrder order, Collection<Sku> skus, Instant at) {
        return forTrial(order, skus, Set.of(), at);
    }

    /** As for an order, with locations that would not be asked by their stock. */
    Facts forTrial(NewOrder order, Collection<Sku> skus, Set<LocationCode> more, Instant at) {
        Set<PostalCode> destination = Set.of(order.shipTo().postalCode());
        return gather(new Wanted(skus, destination, order.shipTo().point() == null ? destination : Set.of(), more, at));
    }

    /** For a cart that is not an order. */
    Facts forCart(Collection<Sku> skus, Set<PostalCode> postals, Instant at) {
        return gather(new Wanted(skus, postals, postals, Set.of(), at));
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
    private record Wanted(
            Collection<Sku> skus,
            Set<PostalCode> destinations,
            Set<PostalCode> unplaced,
            Set<LocationCode> more,
            Instant at) {}

    /** What these fields ask for beside the usual facts, about some orders of a replay. */
    Extras extras(Set<String> fields, GatheringExtras.Scope scope) {
        return extras.read(fields, scope);
    }

    /** For orders that are replayed on units that the caller names, whatever lies there now. */
    Facts forReplay(Collection<Sku> skus, Set<PostalCode> unplaced, List<StockOffer> offers, Instant at) {
        return gather(new Wanted(skus, Set.of(), unplaced, Set.of(), at), products.findAll(skus), offers);
    }

    private Facts gather(Wanted wanted) {
        Map<Sku, Product> known = products.findAll(wanted.skus());
        return gather(wanted, known, stock.offersAndBarred(known.keySet(), wanted.at()));
    }

    private Facts gather(Wanted wanted, Map<Sku, Product> known, List<StockOffer> offers) {
        Instant at = wanted.at();
        Ruling live = strategies.ruling();
        Map<Sku, List<LocationCode>> stockedAt = new HashMap<>();
        Map<StockKey, Integer> available = new HashMap<>();
        Set<LocationCode> codes = new HashSet<>(wanted.more());
        Map<StockKey, StockOffer> barred = new HashMap<>();
        for (StockOffer offer : offers) {
            stockedAt.computeIfAbsent(offer.sku(), s -> new ArrayList<>()).add(offer.location());
            StockKey key = new StockKey(offer.sku(), offer.location());
            if (offer.barred() == null) {
                available.put(key, offer.available());
            } else {
                barred.put(key, offer);
            }
            codes.add(offer.location());
        }
        Map<LocationCode, Location> where = locations.findAll(codes);
        Map<Facts.VendorSku, ValidPrice> valid = validPrices(where.values(), known.keySet(), at);
        Facts.Bars bars = new Facts.Bars(dayOf(at), barred, inactive(available.keySet(), where, valid));
        return new Facts(
                live,
                known,
                stockedAt,
                where,
                valid,
                places.find(wanted.unplaced()),
                once(carriers),
                new Facts.Draft(
                        available,
                        assigned(where.values(), at),
                        new HashMap<>(capacity.usedIn(Rooms.windows(where.values(), at))),
                        bars),
                extras.read(
                        live.fields(),
                        new GatheringExtras.Scope(where.keySet(), known.keySet(), wanted.destinations(), at)));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Who takes no orders is asked only where stock lies at somebody's who has no price for it. */
    private Set<VendorCode> inactive(
            Set<StockKey> stocked, Map<LocationCode, Location> where, Map<Facts.VendorSku, ValidPrice> valid) {
        Set<VendorCode> without = new HashSet<>();
        for (StockKey key : stocked) {
            Location location = where.get(key.location());
            VendorCode vendor = location == null ? null : location.vendor();
            if (vendor != null && !valid.containsKey(new Facts.VendorSku(vendor, key.sku()))) {
                without.add(vendor);
            }
        }
        return prices.inactive(without);
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

    /** Contracts speak of days; the operator's day is that of UTC. */
    private Map<Facts.VendorSku, ValidPrice> validPrices(Collection<Location> where, Set<Sku> skus, Instant at) {
        if (where.stream().allMatch(l -> l.vendor() == null)) {
            return Map.of();
        }
        Map<Facts.VendorSku, ValidPrice> valid = new HashMap<>();
        for (ValidPrice price : prices.validOn(dayOf(at), skus)) {
            valid.put(new Facts.VendorSku(price.vendor(), price.sku()), price);
        }
        return valid;
    }

    private Map<LocationDay, Integer> assigned(Collection<Location> where, Instant at) {
        List<LocationDay> days = where.stream()
                .filter(l -> l.dailyCapacity() != null)
                .map(l -> new LocationDay(l.code(), l.hours().localDateAt(at)))
                .toList();
        Map<LocationCode, Integer> counts = capacity.assignedOn(days);
        Map<LocationDay, Integer> assigned = new HashMap<>();
        days.forEach(day -> assigned.put(day, counts.getOrDefault(day.location(), 0)));
        return assigned;
    }
}
