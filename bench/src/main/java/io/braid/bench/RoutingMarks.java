package io.braid.bench;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.OpeningHours;
import io.braid.routing.Candidate;
import io.braid.routing.Carriage;
import io.braid.routing.LineFacts;
import io.braid.routing.LocationFacts;
import io.braid.routing.OrderFacts;
import io.braid.routing.Place;
import io.braid.routing.Plan;
import io.braid.routing.Question;
import io.braid.routing.Reading;
import io.braid.routing.Strategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One routing decision with its whole explanation, as JMH measures it. The network: locations all over the country,
 * each product in stock at {@code holders} of them picked by chance (at all where there are fewer), five units each,
 * so that hardly any order needs more than its lines. As in the application, a question holds the locations that have
 * something of it and no others.
 */
@State(Scope.Benchmark)
public class RoutingMarks {
    private static final long SEED = 20261123;
    private static final int QUESTIONS = 64;
    private static final int AVAILABLE = 5;

    /** Grams. */
    static final long POUND = 454;

    /** What the objective adds for a shipment beyond the first, and for a unit. */
    static final long SPLIT_CENTS = 200;

    static final long HANDLING_CENTS = 35;

    @Param({"20", "200", "2000", "20000", "100000"})
    public int locations = 20;

    @Param({"60"})
    public int holders = 60;

    @Param({"1", "3", "10", "30"})
    public int lines = 1;

    @Param({"WHOLE_ORDER", "FIRST_FIT", "FEWEST_SHIPMENTS", "LOWEST_COST"})
    public String mode = "FIRST_FIT";

    private List<Question> questions = List.of();
    private Strategy strategy = strategy("FIRST_FIT");
    private int next;

    @Setup
    public void prepare() {
        strategy = strategy(mode);
        questions = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(question(random));
        }
    }

    @Benchmark
    public Plan route() {
        next = (next + 1) % QUESTIONS;
        return strategy.route(questions.get(next));
    }

    List<Question> questions() {
        return questions;
    }

    /** What a carrier takes for a shipment to that zone before its weight counts, in cents. */
    static long firstCents(int zone) {
        return 700 + 60L * zone;
    }

    /** What each whole pound adds, in cents. */
    static long centsPerPound(int zone) {
        return 20 + 12L * zone;
    }

    Plan route(Question question) {
        return strategy.route(question);
    }

    /** The middle of the questions' numbers of candidates. */
    int candidates() {
        return questions.stream()
                .mapToInt(question -> question.candidates().size())
                .sorted()
                .skip(QUESTIONS / 2)
                .findFirst()
                .orElse(0);
    }

    /** How many plans are proven best, and the widest gap of the others. */
    String proven() {
        List<Plan> plans = questions.stream().map(strategy::route).toList();
        long proven = plans.stream().filter(Plan::optimal).count();
        double gap = plans.stream().mapToDouble(Plan::gap).max().orElse(0);
        return proven == QUESTIONS
                ? "all"
                : String.format(Locale.ROOT, "%d of %d, gap ≤ %.1f %%", proven, QUESTIONS, gap * 100);
    }

    private static Strategy strategy(String mode) {
        List<Object> objective = List.of(
                Map.of("cost", "SHIPPING"),
                Map.of("cost", "UNIT_COST"),
                Map.of(
                        "cost",
                        "HANDLING",
                        "amount",
                        BigDecimal.valueOf(HANDLING_CENTS, 2).toString()),
                Map.of(
                        "cost",
                        "SPLIT",
                        "amount",
                        BigDecimal.valueOf(SPLIT_CENTS, 2).toString()));
        Map<String, Object> assignment =
                mode.equals("LOWEST_COST") ? Map.of("mode", mode, "objective", objective) : Map.of("mode", mode);
        Map<String, Object> scenario = Map.of(
                "name",
                "nearest",
                "filters",
                List.of(Map.of("field", "distanceKm", "operator", "LESS", "value", 6000)),
                "assignment",
                assignment,
                "sorts",
                List.of(Map.of("field", "distanceKm"), Map.of("field", "location.rank")));
        Map<String, Object> route =
                Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario), "finally", "BACKORDER");
        return switch (Strategy.read(Map.of("name", "bench", "routes", List.of(route)))) {
            case Reading.Accepted accepted -> accepted.strategy();
            case Reading.Refused refused -> throw new IllegalStateException("refused: " + refused.findings());
        };
    }

    private Question question(Random random) {
        List<LineFacts> wanted = new ArrayList<>();
        Map<Integer, List<Candidate.Offer>> offers = new TreeMap<>();
        for (int line = 1; line <= lines; line++) {
            wanted.add(new LineFacts(
                    line,
                    "SKU-" + line,
                    1 + random.nextInt(3),
                    200 + random.nextInt(1_500),
                    null,
                    Map.of(),
                    Map.of(),
                    Set.of()));
            BigDecimal cost = BigDecimal.valueOf(1_000L + random.nextInt(4_000), 2);
            for (int location : chosen(random)) {
                offers.computeIfAbsent(location, unseen -> new ArrayList<>())
                        .add(new Candidate.Offer(
                                line, AVAILABLE, cost.add(BigDecimal.valueOf(random.nextInt(200), 2))));
            }
        }
        GeoPoint home = point(random);
        List<Candidate> candidates = new ArrayList<>();
        offers.forEach((number, held) -> candidates.add(candidate(number, held, home)));
        OrderFacts order = new OrderFacts(
                String.valueOf(random.nextInt()),
                "WEB",
                "SHIP",
                "GROUND",
                "USD",
                new Place(home, "US", "TN", "38103"),
                BigDecimal.TEN,
                Map.of());
        return new Question(Instant.parse("2026-11-23T17:00:00Z"), order, wanted, candidates);
    }

    private Set<Integer> chosen(Random random) {
        Set<Integer> chosen = new TreeSet<>();
        while (chosen.size() < Math.min(holders, locations)) {
            chosen.add(random.nextInt(locations));
        }
        return chosen;
    }

    private static GeoPoint point(Random random) {
        return new GeoPoint(25 + random.nextDouble() * 23, -122 + random.nextDouble() * 50);
    }

    private static Candidate candidate(int number, List<Candidate.Offer> offers, GeoPoint home) {
        GeoPoint point = point(new Random(number));
        LocationFacts.Identity identity =
                new LocationFacts.Identity("LOC-" + (100_000 + number), "STORE", true, number % 10, Set.of());
        LocationFacts.Workday workday = new LocationFacts.Workday(
                OpeningHours.always(ZoneId.of("America/Chicago")), null, null, Set.of("SHIP"));
        LocationFacts facts = new LocationFacts(identity, new Place(point, "US", "TN", "38103"), workday, Map.of());
        long zone = 1 + Math.min(7, (long) (point.distanceKmTo(home) / 600));
        Carriage carriage = new Carriage(
                "UPS",
                "GROUND",
                "Z" + zone,
                (int) zone,
                null,
                LocalDate.of(2026, 11, 24).plusDays(zone),
                grams -> firstCents((int) zone) + centsPerPound((int) zone) * (grams / POUND));
        return new Candidate(facts, 0, offers, carriage);
    }
}
