package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static io.braid.routing.Trees.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.OpeningHours;
import io.braid.routing.Network.Spot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters at work: clocks in their own zones, capacity, groups of conditions, conditions on single lines. */
class FilterStoriesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final OpeningHours NINE_TO_FIVE = new OpeningHours(
            NEW_YORK,
            List.of(
                    new OpeningHours.Window(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)),
                    new OpeningHours.Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))),
            Set.of(LocalDate.of(2026, 12, 28)));

    private static Strategy nearestWith(Object... filters) {
        return strategy(scenario("s", "FIRST_FIT", list(filters), list(sort("distanceKm", "ASC"))));
    }

    private static boolean passes(Object filter, String instant) {
        Network network = new Network()
                .add(Spot.at("SHOP", 1), Network.workday(NINE_TO_FIVE, LocalTime.of(14, 0), null))
                .at(Instant.parse(instant));
        return nearestWith(filter)
                .route(network.question("A 1", "SHOP A:1"))
                .unassigned()
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        G01 | open in the morning of New York          | 2026-11-23T14:00:00Z | true  | true  | false
        G02 | before it opens                          | 2026-11-23T13:59:59Z | false | true  | false
        G03 | a minute before the cut-off              | 2026-11-23T18:59:59Z | true  | true  | false
        G04 | at the cut-off                           | 2026-11-23T19:00:00Z | true  | false | false
        G05 | Monday in London, Sunday in New York     | 2026-11-23T02:00:00Z | false | false | false
        G06 | a holiday                                | 2026-12-28T15:00:00Z | false | true  | true
        G07 | the hour that summer time skips          | 2026-03-08T07:30:00Z | false | true  | false
        G08 | summer time: an hour earlier in UTC      | 2026-03-08T13:00:00Z | true  | true  | false
        G09 | the hour that comes twice, first         | 2026-11-01T05:30:00Z | false | true  | false
        G10 | winter time again                        | 2026-11-01T13:59:00Z | false | true  | false
        G11 | a leap day has its weekday               | 2028-02-29T15:00:00Z | false | true  | false
        """)
    void clocks_in_their_own_zone(
            String id, String story, String at, boolean open, boolean beforeCutOff, boolean holiday) {
        assertThat(passes(filter("location.operatingNow", "EQUALS", true), at))
                .as(id + story)
                .isEqualTo(open);
        assertThat(passes(filter("location.beforeCutOff", "EQUALS", true), at))
                .as(id + story)
                .isEqualTo(beforeCutOff);
        assertThat(passes(filter("location.holidayToday", "EQUALS", true), at))
                .as(id + story)
                .isEqualTo(holiday);
    }

    /** A cut-off is what the clock on the wall shows: skipped, it has passed; repeated, it comes twice. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        G21 | before a cut-off that is skipped       | 02:30 | 2027-03-14T06:59:59Z | true
        G22 | three o'clock comes instead            | 02:30 | 2027-03-14T07:00:00Z | false
        G23 | before a cut-off that comes twice      | 01:30 | 2026-11-01T05:29:59Z | true
        G24 | the first of the two                   | 01:30 | 2026-11-01T05:30:00Z | false
        G25 | the wall shows one o'clock again       | 01:30 | 2026-11-01T06:00:00Z | false
        G26 | the second of the two                  | 01:30 | 2026-11-01T06:30:00Z | false
        G27 | on the leap day                        | 14:00 | 2028-02-29T18:59:59Z | true
        G28 | at its cut-off                         | 14:00 | 2028-02-29T19:00:00Z | false
        G29 | the last minute of the year            | 23:59 | 2027-01-01T04:59:59Z | false
        G30 | the first of the next                  | 23:59 | 2027-01-01T05:00:00Z | true
        """)
    void a_cut_off_on_odd_days(String id, String story, LocalTime cutOff, Instant at, boolean inTime) {
        Network network = new Network()
                .add(Spot.at("SHOP", 1), Network.workday(OpeningHours.always(NEW_YORK), cutOff, null))
                .at(at);
        Plan plan =
                nearestWith(filter("location.beforeCutOff", "EQUALS", true)).route(network.question("A 1", "SHOP A:1"));
        assertThat(plan.unassigned().isEmpty()).as(id + story).isEqualTo(inTime);
    }

    @Test
    void capacity_used_up_today_is_respected_without_a_rule() {
        OpeningHours always = OpeningHours.always(NEW_YORK);
        Network network = new Network()
                .add(Spot.at("FULL", 1), Network.workday(always, null, 5))
                .add(Spot.at("NONE", 2), Network.workday(always, null, 0))
                .add(Spot.at("LAST", 3), Network.workday(always, null, 5))
                .usedToday("FULL", 5)
                .usedToday("LAST", 4);
        Plan plan = nearestWith().route(network.question("A 1", "FULL A:1, NONE A:1, LAST A:1"));
        assertThat(Network.told(plan)).isEqualTo("LAST 1x1");
        assertThat(DecisionTest.texts(plan))
                .contains(
                        "FULL FILTERED Not FULL: its capacity is used up: 5 shipments a day, until 2026-11-24 00:00 EST");
        assertThat(Network.told(nearestWith(filter("location.remainingCapacity", "GREATER", 1))
                        .route(network.question("A 1", "LAST A:1"))))
                .isEqualTo("rest 1x1 BACKORDER");
    }

    @Test
    void a_condition_on_the_line_takes_the_location_out_for_that_line_alone() {
        Network network = Network.of("NEAR 1, FAR 3");
        LineFacts plain = LineFacts.of(1, "A", 1);
        LineFacts acid = new LineFacts(2, "B", 1, 0, null, Map.of(), Map.of("hazmat", true), Set.of());
        Strategy strategy = nearestWith(object(
                "none",
                list(object(
                        "all",
                        list(
                                filter("product.attributes.hazmat", "EQUALS", true),
                                filter("location.code", "EQUALS", "NEAR"))))));
        Plan plan = strategy.route(network.question(List.of(plain, acid), "NEAR A:1 B:1, FAR A:1 B:1"));
        assertThat(Network.told(plan)).isEqualTo("NEAR 1x1, FAR 2x1");
        assertThat(DecisionTest.texts(plan).getFirst())
                .isEqualTo(
                        "NEAR CHOSEN Chosen: ranked 1st of 2, 111 km away; gives 1 of line 1; not for all: product.attributes.hazmat is"
                                + " true (line 2)");
    }

    @Test
    void a_location_that_failed_a_line_is_left_out_for_it() {
        LineFacts failed = new LineFacts(1, "A", 1, 0, null, Map.of(), Map.of(), Set.of("NEAR"));
        Plan plan = nearestWith().route(Network.of("NEAR 1, FAR 3").question(List.of(failed), "NEAR A:1, FAR A:1"));
        assertThat(Network.told(plan)).isEqualTo("FAR 1x1");
        assertThat(DecisionTest.texts(plan)).contains("NEAR FILTERED Not NEAR: it failed the line before (line 1)");
    }

    @Test
    void lines_of_a_group_stay_together() {
        LineFacts table = new LineFacts(1, "T", 1, 0, "dining", Map.of(), Map.of(), Set.of());
        LineFacts chairs = new LineFacts(2, "C", 4, 0, "dining", Map.of(), Map.of(), Set.of());
        LineFacts lamp = LineFacts.of(3, "L", 1);
        Plan plan = nearestWith()
                .route(Network.of("NEAR 1, MID 2, FAR 3")
                        .question(List.of(table, chairs, lamp), "NEAR T:1 L:1, MID C:4, FAR T:1 C:4 L:1"));
        assertThat(Network.told(plan)).isEqualTo("FAR 1x1 2x4, NEAR 3x1");
    }

    @Test
    void locations_are_selected_by_kind_group_and_code_together() {
        Network network = new Network()
                .add(new Spot("ONE", "STORE", 1, Set.of("EAST"), Map.of()))
                .add(new Spot("TWO", "STORE", 2, Set.of("WEST"), Map.of()))
                .add(new Spot("SIX", "DEPOT", 3, Set.of("EAST"), Map.of()));
        Strategy strategy = strategy(object(
                "name", "s",
                "locations",
                        object("kinds", list("STORE", "DEPOT"), "groups", list("EAST"), "codes", list("SIX", "TWO")),
                "assignment", object("mode", "FIRST_FIT")));
        Plan plan = strategy.route(network.question("A 1", "ONE A:1, TWO A:1, SIX A:1"));
        assertThat(Network.told(plan)).isEqualTo("SIX 1x1");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        S01 | cheapest first              | unitCost                 | ASC  | TWO
        S02 | dearest first, unknown last | unitCost                 | DESC | ONE
        S03 | most stock first            | available                | DESC | SIX
        S04 | least stock first           | available                | ASC  | TWO
        S05 | best rank first             | location.rank            | ASC  | ONE
        S06 | worst rank first            | rank                     | DESC | SIX
        S07 | highest score first         | location.attributes.score| DESC | TWO
        S08 | lowest score, unknown last  | location.attributes.score| ASC  | ONE
        S09 | farthest first              | distanceKm               | DESC | TWO
        S10 | by name backwards           | location.code            | DESC | TWO
        """)
    void sorts_put_the_best_first(String id, String story, String field, String direction, String expected) {
        Network network = new Network()
                .add(new Spot("ONE", "STORE", 2, Set.of(), Map.of("score", -2.5)))
                .add(new Spot("TWO", "STORE", 3, Set.of(), Map.of("score", 7)))
                .add(new Spot("SIX", "STORE", 1, Set.of(), Map.of()));
        Strategy strategy = strategy(scenario("s", "FIRST_FIT", list(), list(sort(field, direction))));
        Plan plan = strategy.route(network.question("A 1", "ONE A:4@7.25, TWO A:1@7.2499, SIX A:5"));
        assertThat(plan.assignments().getFirst().location()).as(id + story).isEqualTo(expected);
    }

    @Test
    void random_is_the_same_for_an_order_and_differs_between_orders() {
        Strategy strategy = strategy(scenario("s", "FIRST_FIT", list(), list(sort("random", "ASC"))));
        Network network = Network.of("ONE 1, TWO 2, SIX 3");
        Question question = network.question("A 1", "ONE A:1, TWO A:1, SIX A:1");
        Set<String> chosen = new java.util.HashSet<>();
        for (int i = 0; i < 50; i++) {
            OrderFacts order = new OrderFacts(
                    "1000000" + i, "WEB", "SHIP", null, "USD", question.order().destination(), null, Map.of());
            Question numbered = new Question(question.at(), order, question.lines(), question.candidates());
            assertThat(strategy.route(numbered)).isEqualTo(strategy.route(numbered));
            chosen.add(strategy.route(numbered).assignments().getFirst().location());
        }
        assertThat(chosen).containsExactlyInAnyOrder("ONE", "TWO", "SIX");
    }
}
