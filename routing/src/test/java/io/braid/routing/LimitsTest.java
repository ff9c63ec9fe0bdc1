package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.braid.kernel.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large orders and large strategies end in bounded time, odd ones end well, and the engine stays ignorant. */
class LimitsTest {
    private static final long SECONDS_MAX = 20;

    @ParameterizedTest
    @ValueSource(strings = {"FIRST_FIT", "FEWEST_SHIPMENTS", "WHOLE_ORDER"})
    void five_hundred_lines_against_ten_thousand_rules(String mode) {
        List<Object> filters = list();
        for (int i = 0; i < FilterReader.RULES_MAX / 4; i++) {
            filters.add(filter("distanceKm", "LESS_OR_EQUAL", 20_000 + i));
            filters.add(filter("order.attributes.nothing", "NOT_EQUALS", "value " + i));
            filters.add(filter("product.attributes.brand", "NOT_EQUALS", "value " + i));
            filters.add(filter("location.attributes.score", "NOT_EQUALS", 1000 + i));
        }
        Strategy strategy = Trees.strategy(scenario("s", mode, filters, list(sort("distanceKm", "ASC"))));
        Question question = RandomQuestions.question(new Random(3), 200, 500);
        long started = System.nanoTime();
        Plan plan = strategy.route(question);
        long seconds = (System.nanoTime() - started) / 1_000_000_000;
        assertThat(seconds).isLessThan(SECONDS_MAX);
        assertThat(plan.gap()).isBetween(0.0, 1.0);
        assertThat(Decision.decode(plan.decision().encoded())).isEqualTo(plan.decision());
    }

    @Test
    void nothing_to_place_and_nobody_to_ask_are_answers_too() {
        Strategy strategy = Trees.strategy(Trees.nearestFirst("FEWEST_SHIPMENTS"));
        Question full = Network.of("NEAR 1").question("A 1", "NEAR A:1");
        Plan nothing = strategy.route(new Question(full.at(), full.order(), List.of(), full.candidates()));
        assertThat(Network.told(nothing)).isEmpty();
        Plan nobody = strategy.route(new Question(full.at(), full.order(), full.lines(), List.of()));
        assertThat(Network.told(nobody)).isEqualTo("rest 1x1 BACKORDER");
        assertThat(nobody.decision().toTree().toString()).contains("No location has stock of any line");
    }

    @Test
    void contradictory_filters_place_nothing_and_say_why() {
        Strategy strategy = Trees.strategy(scenario(
                "s",
                "FIRST_FIT",
                list(filter("distanceKm", "LESS", 5), filter("distanceKm", "GREATER", 5)),
                list(sort("distanceKm", "ASC"))));
        Plan plan = strategy.route(Network.of("NEAR 1").question("A 1", "NEAR A:1"));
        assertThat(DecisionTest.texts(plan))
                .containsExactly("NEAR FILTERED Not NEAR: 111 km away, must be less than 5");
    }

    @Test
    void absent_coordinates_are_last_in_sorts_and_out_in_filters() {
        LocationFacts.Identity identity = new LocationFacts.Identity("LOST", "STORE", true, 1, java.util.Set.of());
        LocationFacts lost = new LocationFacts(
                identity,
                new Place(null, "US", null, null),
                Network.workday(io.braid.kernel.OpeningHours.always(java.time.ZoneId.of("UTC")), null, null),
                java.util.Map.of());
        Network network = Network.of("FAR 100").add(lost);
        for (String direction : List.of("ASC", "DESC")) {
            Strategy strategy = Trees.strategy(scenario("s", "FIRST_FIT", list(), list(sort("distanceKm", direction))));
            assertThat(Network.told(strategy.route(network.question("A 1", "LOST A:1, FAR A:1"))))
                    .isEqualTo("FAR 1x1");
        }
        Strategy limited =
                Trees.strategy(scenario("s", "FIRST_FIT", list(filter("distanceKm", "LESS", 50_000)), list()));
        assertThat(DecisionTest.texts(limited.route(network.question("A 1", "LOST A:1"))))
                .containsExactly(
                        "LOST FILTERED Not LOST: its distance is unknown: it or the destination has no coordinates");
    }

    @Test
    void stock_of_lines_that_were_not_asked_for_is_ignored() {
        Question question = Network.of("NEAR 1").question("A 1", "NEAR A:1");
        Candidate more = new Candidate(
                question.candidates().getFirst().location(),
                0,
                List.of(
                        new Candidate.Offer(99, 5, null),
                        new Candidate.Offer(0, 5, null),
                        new Candidate.Offer(1, 1, null)));
        for (int number : new int[] {1, 7}) {
            List<LineFacts> lines = List.of(LineFacts.of(number, "A", 1));
            Plan plan = Trees.strategy(Trees.nearestFirst("FIRST_FIT"))
                    .route(new Question(question.at(), question.order(), lines, List.of(more)));
            assertThat(Network.told(plan)).isEqualTo(number == 1 ? "NEAR 1x1" : "rest 7x1 BACKORDER");
        }
    }

    @Test
    void distances_agree_with_the_kernel() {
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            GeoPoint one = new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            GeoPoint other = new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            Direction direction = Direction.of(one);
            Direction there = Direction.of(other);
            assertThat(direction).isNotNull();
            assertThat(there).isNotNull();
            if (direction != null && there != null) {
                assertThat(direction.distanceKmTo(there)).isCloseTo(one.distanceKmTo(other), within(0.001));
            }
        }
    }

    @Test
    void the_engine_does_not_know_who_owns_a_location() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            sources.filter(Files::isRegularFile)
                    .forEach(path -> assertThat(path)
                            .content()
                            .satisfies(text -> assertThat(text.toLowerCase(Locale.ROOT))
                                    .as(path.toString())
                                    .doesNotContain("vendor")));
        }
    }

    @Test
    void the_vocabulary_builds_a_strategy_that_is_accepted() {
        List<Object> sorts = list();
        for (var sort : Trees.items(Vocabulary.toTree(), "sorts")) {
            String name = String.valueOf(sort.get("name")).replace("*", "score");
            sorts.add(object("field", name));
        }
        assertThat(Trees.accepted(Trees.document(scenario("s", "FIRST_FIT", list(), sorts))))
                .isNotNull();
        assertThat(Vocabulary.toTree().toString()).contains("FEWEST_SHIPMENTS", "NEXT_SCENARIO_WITH_REST", "km");
    }
}
