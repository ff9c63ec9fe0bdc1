package io.braid.sourcing;

import io.braid.kernel.LocationCode;
import io.braid.location.CapacityLimit;
import io.braid.location.CapacityLimit.Measure;
import io.braid.location.Location;
import io.braid.location.LocationWindow;
import io.braid.location.WindowBooking;
import io.braid.order.NewOrder;
import io.braid.routing.Candidate.Bound;
import io.braid.routing.Candidate.Room;
import io.braid.routing.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much more locations can take in their capacity windows, and what a shipment takes of them. */
final class Rooms {
    private Rooms() {}

    /** The windows of that moment. */
    static Set<LocationWindow> windows(Collection<Location> locations, Instant at) {
        Set<LocationWindow> windows = new HashSet<>();
        for (Location location : locations) {
            location.capacities().forEach(limit -> windows.add(window(location, limit, at)));
        }
        return windows;
    }

    private static LocationWindow window(Location location, CapacityLimit limit, Instant at) {
        LocationCode code = location.code();
        return limit.windowAt(code, at, location.hours().zone());
    }

    /** What the tightest windows leave over for an order in that currency. */
    static Room left(Location location, Currency currency, Instant at, Facts.Room room) {
        if (location.capacities().isEmpty()) {
            return Room.UNLIMITED;
        }
        Map<Measure, Tightest> left = new EnumMap<>(Measure.class);
        for (CapacityLimit limit : location.capacities()) {
            if (limit.currency() == null || limit.currency().equals(currency.getCurrencyCode())) {
                LocationWindow window = window(location, limit, at);
                BigDecimal rest = limit.limit().subtract(room.used(window)).max(BigDecimal.ZERO);
                left.merge(limit.measure(), new Tightest(limit, window, rest), Tightest::or);
            }
        }
        ZoneId zone = location.hours().zone();
        return new Room(
                whole(rest(left.get(Measure.ORDERS))),
                whole(rest(left.get(Measure.UNITS))),
                rest(left.get(Measure.MONEY)),
                bound(left.get(Measure.ORDERS), zone),
                bound(left.get(Measure.UNITS), zone),
                bound(left.get(Measure.MONEY), zone));
    }

    /** A window, and what it leaves. */
    private record Tightest(CapacityLimit limit, LocationWindow window, BigDecimal rest) {
        /** Of two that leave the same, the one that lasts longer. */
        Tightest or(Tightest other) {
            int order = rest.compareTo(other.rest);
            boolean longer = window.per().compareTo(other.window.per()) >= 0;
            return order < 0 || (order == 0 && longer) ? this : other;
        }
    }

    private static @Nullable BigDecimal rest(@Nullable Tightest tightest) {
        return tightest == null ? null : tightest.rest;
    }

    private static @Nullable Bound bound(@Nullable Tightest tightest, ZoneId zone) {
        if (tightest == null) {
            return null;
        }
        CapacityLimit limit = tightest.limit;
        return new Bound(limit.limit(), limit.per().name().toLowerCase(Locale.ROOT), tightest.window.endsAt(zone));
    }

    private static @Nullable Long whole(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : (Long) amount.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** What one shipment takes. */
    static Map<LocationWindow, BigDecimal> amounts(
            Location location, NewOrder order, Plan.Assignment assignment, Instant at) {
        Map<LocationWindow, BigDecimal> amounts = new HashMap<>();
        bookings(location, order, assignment, at)
                .forEach(one -> amounts.merge(one.window(), one.amount(), BigDecimal::add));
        return amounts;
    }

    /** What one shipment takes, line by line: the shipment's lines are the assignment's parts in their order. */
    static List<WindowBooking> bookings(Location location, NewOrder order, Plan.Assignment assignment, Instant at) {
        List<WindowBooking> bookings = new ArrayList<>();
        for (CapacityLimit limit : location.capacities()) {
            LocationWindow window = window(location, limit, at);
            if (limit.measure() == Measure.ORDERS) {
                bookings.add(new WindowBooking(window, WindowBooking.WHOLE_SHIPMENT, BigDecimal.ONE, 1));
            } else if (limit.currency() == null
                    || limit.currency().equals(order.currency().getCurrencyCode())) {
                for (int i = 0; i < assignment.parts().size(); i++) {
                    Plan.Part part = assignment.parts().get(i);
                    BigDecimal perUnit = limit.measure() == Measure.UNITS ? BigDecimal.ONE : price(order, part.line());
                    bookings.add(new WindowBooking(window, i + 1, perUnit, part.quantity()));
                }
            }
        }
        return bookings;
    }

    private static BigDecimal price(NewOrder order, int line) {
        return Router.placedLine(order, line).unitPrice().money().amount();
    }
}
