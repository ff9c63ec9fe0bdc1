package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.catalog.Product;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.LocationDay;
import io.braid.location.LocationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything a batch of orders needs to know, read once: what is sold, where it lies, what it costs there, where
 * places are, and which strategy rules now. Carriers' tables are asked for only where they matter, and once.
 * {@link Lots} and {@link Room} hold what is left of it while the batch is routed.
 */
record Facts(
        Ruling strategy,
        Map<Sku, Product> products,
        Map<LocationCode, KnownLocation> locations,
        Lots lots,
        Map<PostalCode, GeoPoint> places,
        Supplier<CarrierTables> carriers,
        Room room,
        Extras extras) {

    /** The same facts with other units, and with room that is used up by itself. */
    Facts with(Lots others) {
        return new Facts(strategy, products, locations, others, places, carriers, new Room(room), extras);
    }

    /** The same facts under one of the strategies they were read for. */
    Facts under(LiveStrategy one) {
        return under(one, extras);
    }

    /** The same facts under another strategy, with what that one asks for. */
    Facts under(LiveStrategy other, Extras its) {
        return new Facts(Ruling.of(other), products, locations, lots, places, carriers, room, its);
    }

    /** Nothing is known yet and nothing was assigned; it grows by {@link #learn}. */
    static Facts growing(LiveStrategy strategy, Supplier<CarrierTables> carriers) {
        return new Facts(
                Ruling.of(strategy),
                new HashMap<>(),
                new HashMap<>(),
                new Lots(),
                new HashMap<>(),
                carriers,
                new Room(new HashMap<>(), new HashMap<>()),
                Extras.NONE);
    }

    /**
     * Adds what is known of further products, with a copy of their units. What a day was assigned is not taken over:
     * who replays days counts them anew. Only for facts that {@link #growing} began.
     */
    void learn(Facts more) {
        products.putAll(more.products);
        locations.putAll(more.locations);
        places.putAll(more.places);
        lots.learn(more.lots);
    }

    KnownLocation location(LocationCode code) {
        KnownLocation known = locations.get(code);
        if (known == null) {
            throw new IllegalStateException("location " + code + " has stock and does not exist");
        }
        return known;
    }

    /** What the orders routed so far have used of locations' capacity; guarded again before anything is promised. */
    static final class Room {
        private final Map<LocalDate, Map<LocationCode, Integer>> assigned;
        private final Map<LocationWindow, BigDecimal> used;

        Room(Map<LocalDate, Map<LocationCode, Integer>> assigned, Map<LocationWindow, BigDecimal> used) {
            this.assigned = assigned;
            this.used = used;
        }

        private Room(Room other) {
            this(new HashMap<>(), new HashMap<>(other.used));
            other.assigned.forEach((day, counts) -> assigned.put(day, new HashMap<>(counts)));
        }

        BigDecimal used(LocationWindow window) {
            return used.getOrDefault(window, BigDecimal.ZERO);
        }

        void book(LocationWindow window, BigDecimal amount) {
            used.merge(window, amount, BigDecimal::add);
        }

        /** Shipments by location. */
        Map<LocationCode, Integer> assigned(LocalDate day) {
            return assigned.getOrDefault(day, Map.of());
        }

        void count(LocationDay day) {
            assigned.computeIfAbsent(day.day(), d -> new HashMap<>()).merge(day.location(), 1, Integer::sum);
        }
    }
}
