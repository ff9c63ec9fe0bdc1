package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.OpeningHours;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The least cost leaves no unit over that another mode would place, however large the order is. */
class NothingLeftOverTest {
    private static final long SEED = 20261127;

    private record Size(int lines, int quantity, int locations, int skus) {}

    private record Limits(boolean splitUnits, int shipments, int locationsPerLine) {}

    @Test
    void of_hundreds_of_lines() {
        for (int lines : new int[] {260, 300, 400, 500}) {
            for (int locations : new int[] {12, 104, 200}) {
                Random random = new Random(SEED + lines + locations);
                Question question = question(random, new Size(lines, 1, locations, lines));
                Plan plan = strategy("LOWEST_COST", new Limits(false, 1000, 10)).route(question);
                assertThat(placed(plan))
                        .as("seed %d, %d lines, %d locations", SEED, lines, locations)
                        .isEqualTo(placed(strategy("FIRST_FIT", new Limits(false, 1000, 10))
                                .route(question)));
                tellsItsGap(plan);
            }
        }
    }

    @Test
    void of_many_units_that_may_be_split() {
        for (int locations : new int[] {30, 104}) {
            Question question = question(new Random(SEED + locations), new Size(150, 12, locations, 150));
            Limits limits = new Limits(true, 1000, 1000);
            Plan plan = strategy("LOWEST_COST", limits).route(question);
            assertThat(placed(plan))
                    .as("seed %d, %d locations", SEED, locations)
                    .isEqualTo(placed(strategy("FIRST_FIT", limits).route(question)));
            tellsItsGap(plan);
        }
    }

    @Test
    void where_shipments_and_locations_are_few_and_lines_share_stock() {
        for (int i = 0; i < 120; i++) {
            Random random = new Random(SEED + i);
            int lines = 10 + random.nextInt(50);
            int skus = random.nextBoolean() ? lines : 1 + lines / 2;
            Question question = question(random, new Size(lines, 4, 5 + random.nextInt(60), skus));
            Limits limits = new Limits(random.nextBoolean(), 1 + random.nextInt(8), 1 + random.nextInt(3));
            Plan plan = strategy("LOWEST_COST", limits).route(question);
            for (String mode : List.of("FIRST_FIT", "FEWEST_SHIPMENTS")) {
                assertThat(placed(plan))
                        .as("seed %d against %s, %s", SEED + i, mode, limits)
                        .isGreaterThanOrEqualTo(placed(strategy(mode, limits).route(question)));
            }
        }
    }

    /** What was not proven says so, in the plan and in the decision that is kept. */
    private static void tellsItsGap(Plan plan) {
        Decision kept = Decision.decode(plan.decision().encoded());
        assertThat(kept).isEqualTo(plan.decision());
        assertThat(kept.scenarios().getFirst().gap()).isEqualTo(plan.gap());
        assertThat(plan.optimal()).isEqualTo(plan.gap() == 0);
        Map<?, ?> tree = Trees.items(kept.toTree(), "scenarios").getFirst();
        assertThat(tree.get("optimal")).isEqualTo(plan.optimal());
        assertThat(tree.get("gap")).isEqualTo(plan.gap());
        assertThat(String.valueOf(tree.get("text")).contains("could gain at most"))
                .isEqualTo(!plan.optimal());
    }

    private static long placed(Plan plan) {
        return plan.assignments().stream()
                .flatMap(assignment -> assignment.parts().stream())
                .mapToLong(Plan.Part::quantity)
                .sum();
    }

    private static Strategy strategy(String mode, Limits limits) {
        Map<String, Object> assignment = Trees.object(
                "mode",
                mode,
                "splitUnits",
                limits.splitUnits,
                "maxShipments",
                limits.shipments,
                "maxLocationsPerLine",
                limits.locationsPerLine);
        if (mode.equals("LOWEST_COST")) {
            assignment.put(
                    "objective",
                    Trees.list(Trees.object("cost", "SHIPPING"), Trees.object("cost", "SPLIT", "amount", "1.50")));
        }
        Map<String, Object> scenario = Trees.nearestFirst(mode);
        scenario.put("assignment", assignment);
        return Trees.strategy(scenario);
    }

    /** Few centres with much, many stores with little, as in a trade. */
    private static Question question(Random random, Size size) {
        List<LineFacts> lines = new ArrayList<>();
        for (int line = 1; line <= size.lines; line++) {
            String sku = "SKU-" + (size.skus == size.lines ? line : 1 + random.nextInt(size.skus));
            int grams = 100 + 137 * (sku.hashCode() & 15);
            lines.add(new LineFacts(line, sku, size.quantity, grams, null, Map.of(), Map.of(), Set.of()));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size.locations; i++) {
            candidates.add(candidate(random, i, lines));
        }
        OrderFacts order = new OrderFacts(
                "100000001",
                "WEB",
                "SHIP",
                "GROUND",
                "USD",
                new Place(new GeoPoint(35.1, -90), "US", "TN", "38103"),
                BigDecimal.TEN,
                Map.of());
        return new Question(Network.MONDAY_NOON, order, lines, candidates);
    }

    private static Candidate candidate(Random random, int number, List<LineFacts> lines) {
        boolean center = number % 26 == 0;
        int percent = center ? 75 : 16;
        Map<String, Integer> stock = new HashMap<>();
        List<Candidate.Offer> offers = new ArrayList<>();
        for (LineFacts line : lines) {
            int has = random.nextInt(100) < percent ? 1 + random.nextInt(center ? 60 : 9) : 0;
            int available = stock.computeIfAbsent(line.sku(), unseen -> has);
            if (available > 0) {
                offers.add(new Candidate.Offer(line.line(), available, null));
            }
        }
        int zone = random.nextInt(7);
        LocationFacts.Identity identity =
                new LocationFacts.Identity("LOC-" + (1000 + number), "STORE", true, 1, Set.of());
        LocationFacts facts = new LocationFacts(
                identity,
                new Place(new GeoPoint(25 + random.nextDouble() * 23, -122 + random.nextDouble() * 50), "US", "TN", ""),
                new LocationFacts.Workday(OpeningHours.always(ZoneId.of("UTC")), null, null, Set.of("SHIP")),
                Map.of());
        Carriage.Tariff tariff = grams -> 810 + 50L * zone + (28 + 11L * zone) * (grams / 454);
        return new Candidate(facts, 0, offers, new Carriage("UPS", "GROUND", "Z" + zone, 2, null, null, tariff));
    }
}
