package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.carriage.Destination;
import io.braid.carriage.ServiceCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.location.Location;
import io.braid.order.NewOrder;
import io.braid.routing.Carriage;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Strategy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an order's shipments would travel: by the service it asks for, by the cheapest where it asks for none that the
 * carriers know.
 */
final class Freight {
    /** What a strategy names when it wants to know. */
    private static final Set<String> FIELDS =
            Set.of("shippingCost", "transitDays", "promiseDays", "orderByHours", "carrier", "service");

    private Freight() {}

    /** Whether carriers' tables are worth reading: most strategies never ask what shipping costs or when it arrives. */
    static boolean isAskedBy(Strategy strategy) {
        return !Collections.disjoint(strategy.fields(), FIELDS);
    }

    static Quotes quotes(Asking asking, Facts facts) {
        NewOrder order = asking.order();
        NewOrder.ShipTo to = order.shipTo();
        GeoPoint point = to.point() != null ? to.point() : facts.places().get(to.postalCode());
        Destination destination =
                new Destination(to.postalCode().country(), to.postalCode().code(), point);
        CarrierTables tables = facts.carriers().get();
        return new Quotes(
                tables,
                new Quotes.Trip(destination, order.currency(), asking.deed().at()),
                services(tables, order.requestedService()));
    }

    private static List<ServiceCode> services(CarrierTables tables, @Nullable String requested) {
        List<ServiceCode> meant = requested == null ? List.of() : tables.servicesMeantBy(requested);
        return meant.isEmpty() ? tables.services() : meant;
    }

    /** Whether a service is asked for that no carrier has, or none in use. */
    static boolean isUnknown(@Nullable String requested, Facts facts) {
        return requested != null
                && facts.carriers().get().servicesMeantBy(requested).isEmpty();
    }

    static long grams(List<LineFacts> lines) {
        long grams = 0;
        for (LineFacts line : lines) {
            grams += (long) line.weightGrams() * line.quantity();
        }
        return grams;
    }

    /** What one location's part of a plan weighs. */
    static long grams(Plan.Assignment assignment, List<LineFacts> lines) {
        Map<Integer, Integer> weights = new HashMap<>();
        lines.forEach(line -> weights.put(line.line(), line.weightGrams()));
        long grams = 0;
        for (Plan.Part part : assignment.parts()) {
            grams += (long) weights.getOrDefault(part.line(), 0) * part.quantity();
        }
        return grams;
    }

    /** How the shipments of a plan would travel, by location; one that no service carries is left out. */
    static Map<String, Promised.Way> ways(Plan plan, List<LineFacts> lines, Facts facts, Quotes quotes) {
        Map<String, Promised.Way> ways = new HashMap<>();
        for (Plan.Assignment assignment : plan.assignments()) {
            Location from =
                    facts.location(new LocationCode(assignment.location())).location();
            long grams = grams(assignment, lines);
            Carriage carriage = quotes.cheapest(from, grams);
            if (carriage != null) {
                ways.put(assignment.location(), quotes.way(from, carriage, grams));
            }
        }
        return ways;
    }
}
