package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.sort;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.OpeningHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions and strategies of every shape, the same for the same seed. */
final class RandomQuestions {
    private static final List<String> KINDS = List.of("WAREHOUSE", "DISTRIBUTION_CENTER", "STORE", "VENDOR");
    private static final List<String> MODES = List.of("WHOLE_ORDER", "FIRST_FIT", "FEWEST_SHIPMENTS", "LOWEST_COST");
    private static final List<String> AFTER =
            List.of("NEXT_SCENARIO_WITH_REST", "NEXT_SCENARIO_WITH_WHOLE", "BACKORDER", "CUSTOMER_CARE");

    private RandomQuestions() {}

    static LocationFacts location(Random random, int number) {
        GeoPoint point = random.nextInt(20) == 0
                ? null
                : new GeoPoint(25 + random.nextDouble() * 23, -122 + random.nextDouble() * 50);
        LocationFacts.Identity identity = new LocationFacts.Identity(
                "LOC-" + (1000 + number),
                KINDS.get(random.nextInt(4)),
                random.nextInt(20) > 0,
                random.nextInt(10),
                random.nextBoolean() ? Set.of("EAST") : Set.of("WEST", "HEAVY"));
        LocationFacts.Workday workday = new LocationFacts.Workday(
                OpeningHours.always(ZoneId.of("America/Chicago")),
                random.nextBoolean() ? LocalTime.of(14, 0) : null,
                random.nextBoolean() ? 50 : null,
                Set.of("SHIP"));
        return new LocationFacts(
                identity,
                new Place(point, "US", "TN", "38103"),
                workday,
                random.nextBoolean() ? Map.of("hazmat", true, "score", random.nextInt(10)) : Map.of("score", 3.5));
    }

    static Question question(Random random, int locations, int lineCount) {
        List<LineFacts> lines = new ArrayList<>();
        for (int line = 1; line <= lineCount; line++) {
            lines.add(new LineFacts(
                    line,
                    random.nextInt(12) == 0 ? "SKU-1" : "SKU-" + line,
                    1 + random.nextInt(4),
                    500,
                    random.nextInt(8) == 0 ? "SET" : null,
                    random.nextInt(5) == 0 ? Map.of("hazmat", true) : Map.of(),
                    Map.of("brand", "B" + random.nextInt(3)),
                    random.nextInt(10) == 0 ? Set.of("LOC-1003") : Set.of()));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < locations; i++) {
            LocationFacts location = location(random, i);
            candidates.add(new Candidate(location, random.nextInt(52), offers(random, lines), carriage(random)));
        }
        OrderFacts order = new OrderFacts(
                "10000" + random.nextInt(10_000),
                "WEB",
                "SHIP",
                "GROUND",
                "USD",
                new Place(new GeoPoint(35.1, -90), "US", "TN", "38103"),
                BigDecimal.TEN,
                Map.of("gift", random.nextBoolean()));
        return new Question(Network.MONDAY_NOON, order, lines, candidates);
    }

    private static @Nullable Carriage carriage(Random random) {
        int zone = 1 + random.nextInt(8);
        Carriage.Tariff tariff = grams -> 600 + 50L * zone + (20 + 10L * zone) * (grams / 500);
        LocalDate promise = LocalDate.of(2026, 11, 24).plusDays(zone);
        return random.nextInt(15) == 0 ? null : new Carriage("UPS", "GROUND", "Z" + zone, zone, null, promise, tariff);
    }

    /** An assignment that minimises shipping, unit cost, handling and splits. */
    static Map<String, Object> cheapest(boolean splitUnits, int maxShipments) {
        List<Object> objective = list(
                object("cost", "SHIPPING"),
                object("cost", "UNIT_COST", "missing", 9),
                object("cost", "HANDLING", "amount", "0.35"),
                object("cost", "SPLIT", "amount", "1.50"));
        return object(
                "mode", "LOWEST_COST", "splitUnits", splitUnits, "maxShipments", maxShipments, "objective", objective);
    }

    private static List<Candidate.Offer> offers(Random random, List<LineFacts> lines) {
        List<Candidate.Offer> offers = new ArrayList<>();
        int first = random.nextInt(6);
        for (LineFacts line : lines) {
            int available = line.sku().equals("SKU-1") ? first : random.nextInt(6);
            if (available > 0) {
                BigDecimal cost = random.nextInt(4) == 0 ? null : BigDecimal.valueOf(500 + random.nextInt(500), 2);
                offers.add(new Candidate.Offer(line.line(), available, cost));
            }
        }
        return offers;
    }

    static Strategy strategy(Random random) {
        List<Object> scenarios = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            scenarios.add(scenario(random, "scenario " + i));
        }
        return Trees.strategy(scenarios.toArray());
    }

    private static Map<String, Object> assignment(Random random) {
        String mode = MODES.get(random.nextInt(MODES.size()));
        boolean splitUnits = random.nextBoolean();
        int most = 1 + random.nextInt(4);
        return mode.equals("LOWEST_COST")
                ? cheapest(splitUnits, most)
                : object("mode", mode, "splitUnits", splitUnits, "maxShipments", most);
    }

    private static Map<String, Object> scenario(Random random, String name) {
        List<Object> filters = list(
                filter("distanceKm", "LESS_OR_EQUAL", 1000 + random.nextInt(4000)),
                object(
                        "any",
                        list(
                                filter("location.attributes.hazmat", "EQUALS", true),
                                filter("line.attributes.hazmat", "NOT_EQUALS", true))),
                filter("location.beforeCutOff", "EQUALS", true),
                filter("location.attributes.score", "GREATER_OR_EQUAL", random.nextInt(5)));
        List<Object> sorts = list(sort("distanceKm", "ASC"));
        sorts.addFirst(random.nextBoolean() ? sort("location.rank", "DESC") : sort("unitCost", "ASC"));
        return object(
                "name",
                name,
                "locations",
                object("kinds", random.nextBoolean() ? list() : list("STORE", "VENDOR", "WAREHOUSE")),
                "filters",
                filters.subList(0, random.nextInt(filters.size() + 1)),
                "assignment",
                assignment(random),
                "sorts",
                sorts.subList(random.nextInt(2), 2),
                "otherwise",
                AFTER.get(random.nextInt(4)));
    }
}
