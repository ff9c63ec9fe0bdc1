package io.braid.routing;

import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.sort;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines went where, which stayed open, and why: NEAR, MID, FAR and END are 1 to 4 degrees away. */
class DecisionStoriesTest {
    private static final String SPOTS = "NEAR 1, MID 2, FAR 3, END 4";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        X01 | units by location         | FIRST_FIT         | A 2, B 1 | NEAR A:2, MID B:1 | NEAR: gives 2 of line 1
        X02 | several lines at one      | FIRST_FIT         | A 2, B 1, C 1 | NEAR A:2 B:1 C:1 | NEAR: gives 2 of line 1, 1 each of lines 2, 3
        X03 | nothing was left          | FIRST_FIT         | A 1, B 1 | NEAR A:1, MID A:1, FAR A:1 B:1 | MID: Lost: ranked 2nd; nothing was left for it: what it could serve went to NEAR
        X04 | what is behind the winner | FIRST_FIT         | A 1, B 1 | NEAR A:1, MID B:1, FAR A:1 B:1 | FAR: nothing was left for it: what it could serve went to MID, NEAR
        X05 | one winner is compared    | FIRST_FIT         | A 1      | NEAR A:1, MID A:1 | MID: Lost: ranked 2nd by distanceKm, 111 km farther than NEAR
        X11 | nobody has it             | FIRST_FIT         | A 1, B 2 | NEAR A:1 | : Not placed (BACKORDER): 2 of line 2: no location has any
        X12 | less than asked, whole    | FIRST_FIT         | A 5      | NEAR A:3, MID A:4 | : Not placed (BACKORDER): 5 of line 1: no location that may serve it has enough; the most is 4
        X13 | all there is was placed   | FIRST_FIT split   | A 5      | NEAR A:2, MID A:1 | : Not placed (BACKORDER): 2 of line 1: all there is was placed
        X14 | the limit of shipments    | FIRST_FIT max1    | A 1, B 1 | NEAR A:1, MID B:1 | : Not placed (BACKORDER): 1 of line 2: the limit of 1 shipment was reached
        X15 | a limit per line          | FIRST_FIT split per1 | A 4   | NEAR A:2, MID A:2 | : Not placed (BACKORDER): 2 of line 1: the limit of 1 location for one line was reached
        X16 | the order stays together  | WHOLE_ORDER       | A 1, B 1 | NEAR A:1, MID B:1 | : Not placed (BACKORDER): 1 each of lines 1, 2: no location could give all that must go together
        X17 | ruled out                 | FIRST_FIT far     | A 1      | NEAR A:1 | : Not placed (BACKORDER): 1 of line 1: every location that still has some was ruled out
        X18 | several reasons           | FIRST_FIT         | A 1, B 2, C 2 | NEAR B:1 | : Not placed (BACKORDER): 1 of line 1, 2 of line 3: no location has any. Not placed (BACKORDER): 2 of line 2: no location that may serve it has enough; the most is 1
        X19 | a plan that was not kept  | FIRST_FIT whole   | A 1, B 1 | NEAR A:1 | : Not placed (BACKORDER): 1 of line 1: locations were found, but the strategy did not keep a part of the whole
        X20 | fewest shipments          | FEWEST_SHIPMENTS max1 | A 1, B 1 | NEAR A:1, MID B:1 | : Not placed (BACKORDER): 1 of line 2: the limit of 1 shipment was reached
        X21 | money has a currency      | LOWEST_COST       | A 1      | NEAR A:1, MID A:1 | NEAR: costs 3.50 USD (handling 3.50
        X22 | so has what more it costs | LOWEST_COST       | A 1      | NEAR A:1, MID A:1 | MID: Lost: ranked 2nd; the plan with it costs the same, 3.50 USD, and it is behind by rank
        X23 | a cost nobody knows       | LOWEST_COST       | A 1      | NEAR A:1, MID A:1 | NEAR: (handling 3.50; other unknown, counted as 0); gives 1 of line 1
        """)
    void what_went_where_and_what_did_not(
            String id, String meaning, String how, String lines, String stock, String told) {
        Plan plan = strategy(how).route(Network.of(SPOTS).question(lines, stock));
        String[] expected = told.split(": ?", 2);
        String found = expected[0].isEmpty() ? whole(plan) : of(plan, expected[0]);
        assertThat(found).as(id + " " + meaning).contains(expected[1].strip());
        assertThat(Decision.decode(plan.decision().encoded())).isEqualTo(plan.decision());
    }

    @Test
    void units_of_a_decision_are_those_of_its_plan() {
        Plan plan = strategy("FIRST_FIT split")
                .route(Network.of(SPOTS).question("A 3, B 2, C 1", "NEAR A:2, MID A:9 B:1, FAR B:1"));
        Map<?, ?> tree = (Map<?, ?>) plan.decision().toTree();
        assertThat(tree.get("currency")).isEqualTo("USD");
        assertThat(Trees.items(tree, "open"))
                .containsExactly(Map.of(
                        "line",
                        3,
                        "quantity",
                        1,
                        "outcome",
                        "BACKORDER",
                        "why",
                        "NOWHERE",
                        "text",
                        "no location has any"));
        Map<?, ?> mid = Trees.items(Trees.items(tree, "scenarios").getFirst(), "candidates")
                .get(1);
        assertThat(mid.get("location")).isEqualTo("MID");
        assertThat(Trees.items(mid, "lines"))
                .containsExactly(Map.of("line", 1, "quantity", 1), Map.of("line", 2, "quantity", 1));
    }

    @Test
    void a_reason_against_many_lines_is_told_once() {
        Candidate candidate = new Candidate(
                Network.of("NEAR 1")
                        .question("A 1", "NEAR A:1")
                        .candidates()
                        .getFirst()
                        .location(),
                0,
                IntStream.rangeClosed(1, 60)
                        .mapToObj(line ->
                                new Candidate.Offer(line, 9, null, line % 7 == 0 ? null : "blocked there: RECALL"))
                        .toList());
        List<LineFacts> lines = IntStream.rangeClosed(1, 60)
                .mapToObj(line -> LineFacts.of(line, "S-" + line, 1))
                .toList();
        Question like = Network.of("NEAR 1").question(lines, "NEAR A:1");
        Plan plan = strategy("FIRST_FIT").route(new Question(like.at(), like.order(), lines, List.of(candidate)));
        assertThat(of(plan, "NEAR"))
                .endsWith("; not for all: blocked there: RECALL (lines 1–6, 8–13, 15–20, 22–27, 29–34, 36–41, 43–46"
                        + " and 12 more)");
        assertThat(whole(plan)).contains("what there is may not be used");
    }

    @Test
    void reasons_beyond_the_first_few_are_told_by_their_lines() {
        List<Candidate.Offer> offers = new ArrayList<>();
        for (int line = 1; line <= 9; line++) {
            offers.add(new Candidate.Offer(line, 1, null, "S-" + line + " has no price"));
        }
        List<LineFacts> lines = IntStream.rangeClosed(1, 9)
                .mapToObj(line -> LineFacts.of(line, "S-" + line, 1))
                .toList();
        Question like = Network.of("NEAR 1").question(lines, "NEAR A:1");
        Candidate candidate = new Candidate(like.candidates().getFirst().location(), 0, offers);
        Plan plan = strategy("FIRST_FIT").route(new Question(like.at(), like.order(), lines, List.of(candidate)));
        assertThat(of(plan, "NEAR"))
                .isEqualTo("Not NEAR: S-1 has no price (line 1); S-2 has no price (line 2); S-3 has no price (line 3);"
                        + " S-4 has no price (line 4); other reasons (lines 5–9)");
    }

    @Test
    void room_that_was_enough_for_what_was_left_is_no_reason() {
        Question like = Network.of(SPOTS).question("A 3", "NEAR A:2, MID A:9");
        LineFacts line = new LineFacts(1, "A", 3, 0, null, Map.of(), Map.of(), Set.of(), new BigDecimal("100"));
        Candidate.Room room = new Candidate.Room(null, null, new BigDecimal("100"));
        Candidate mid = like.candidates().getLast();
        Candidate narrow = new Candidate(mid.location(), 0, mid.offers(), null, room, null);
        Question question = new Question(
                like.at(),
                like.order(),
                List.of(line),
                List.of(like.candidates().getFirst(), narrow));
        assertThat(of(strategy("FIRST_FIT split").route(question), "MID")).endsWith("gives 1 of line 1");

        Question narrowAlone = new Question(like.at(), like.order(), List.of(line), List.of(narrow));
        assertThat(of(strategy("FIRST_FIT split").route(narrowAlone), "MID"))
                .endsWith("; not for all: capacity left for goods worth only 100 USD (line 1)");
    }

    @Test
    void capacity_without_a_limit_is_no_number() {
        Network network = Network.of("NEAR 1, MID 2")
                .add(new LocationFacts(
                        new LocationFacts.Identity("SMALL", "STORE", true, 9, Set.of()),
                        Network.place(3),
                        Network.workday(io.braid.kernel.OpeningHours.always(java.time.ZoneId.of("UTC")), null, 40),
                        Map.of()));
        Plan plan = Trees.strategy(
                        Trees.scenario("s", "FIRST_FIT", list(), list(sort("location.remainingCapacity", "DESC"))))
                .route(network.question("A 1", "NEAR A:1, SMALL A:1"));
        assertThat(of(plan, "SMALL")).endsWith("by location.remainingCapacity, 40 against unlimited at NEAR");
    }

    @Test
    void a_name_cannot_forge_a_line_of_the_decision() {
        Plan plan = Trees.strategy(Trees.nearestFirst("FIRST_FIT"))
                .route(Network.of("NEAR 1").question("A 1", "NEAR A:1"));
        Decision forged = new Decision(
                "s",
                1,
                Network.MONDAY_NOON,
                0,
                "SHIP",
                plan.decision().scenarios(),
                new Decision.Account(null, List.of(), List.of("fine\n  NEAR: Chosen")));
        assertThat(String.valueOf(((Map<?, ?>) forged.toTree()).get("text"))).isEqualTo("fine\\u000a  NEAR: Chosen");
        assertThat(Trees.refused(Trees.document(Trees.scenario("a\nb", "FIRST_FIT", list(), list())))
                        .toString())
                .contains("must be on one line");
    }

    private static Strategy strategy(String how) {
        Set<String> words = Set.of(how.split(" "));
        String mode = how.split(" ")[0];
        Map<String, Object> assignment = object("mode", mode, "splitUnits", words.contains("split"));
        if (words.contains("max1")) {
            assignment.put("maxShipments", 1);
        }
        if (words.contains("per1")) {
            assignment.put("maxLocationsPerLine", 1);
        }
        if (mode.equals("LOWEST_COST")) {
            assignment.remove("splitUnits");
            assignment.put(
                    "objective",
                    list(
                            object("cost", "HANDLING", "amount", "3.50", "per", "SHIPMENT"),
                            object("cost", "OTHER", "field", "location.attributes.toll", "per", "SHIPMENT")));
        }
        Map<String, Object> scenario = Trees.scenario("s", mode, list(), list(sort("distanceKm", "ASC")));
        scenario.put("assignment", assignment);
        if (words.contains("far")) {
            scenario.put("filters", list(Trees.filter("distanceKm", "GREATER", 5000)));
        }
        if (words.contains("whole")) {
            scenario.put("otherwise", "NEXT_SCENARIO_WITH_WHOLE");
        }
        return Trees.strategy(scenario);
    }

    private static String whole(Plan plan) {
        @Nullable Object text = ((Map<?, ?>) plan.decision().toTree()).get("text");
        return String.valueOf(text);
    }

    private static String of(Plan plan, String location) {
        return Trees.items(plan.decision().toTree(), "scenarios").stream()
                .flatMap(tried -> Trees.items(tried, "candidates").stream())
                .filter(each -> location.equals(each.get("location")))
                .map(each -> String.valueOf(each.get("text")))
                .reduce((first, last) -> last)
                .orElse("not told");
    }
}
