package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.nearestFirst;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static io.braid.routing.Trees.strategy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import io.braid.routing.Network.Spot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decisions: their sentences, their tree, and their way through bytes. */
class DecisionTest {
    /** A decision as the first form wrote it, byte by byte: what is in the archive never changes. */
    private static final String FIRST_FORM = """
        011b0b5553207374616e6461726404534849500a4e656172206669727374075041525449414c174e4558545f5343454e4152\
        494f5f574954485f524553540573746f636b09617661696c61626c6510475245415445525f4f525f455155414c082f736f72\
        74732f300a64697374616e63654b6d09415343454e44494e470a2f66696c746572732f310d6c6f636174696f6e2e6b696e64\
        02494e0553544f52450957415245484f5553450a2f66696c746572732f3208756e6974436f7374044c455353054d454d3031\
        0544414c3032054b494f3033054b494f534b05444541523408416e797768657265044e4f4e45094241434b4f524445520007\
        a0c4a3b00d0060010202030104040501060703060801090a05b8ad010b010c0d0802070e070f1001111206040204e2040d13\
        01b8ad0101000203040e1402d4e85101010009081501020007160c17d00f010301060402055f1819011a0000\
        """;

    @Test
    void says_of_every_location_why() {
        Network network = Network.of("NEAR 1, MID 2, FAR 3, END 40, TINY 2.5")
                .add(new Spot("CAPE", "KIOSK", 1.5, Set.of(), Map.of()));
        Strategy strategy = strategy(object(
                "name",
                "near stores",
                "locations",
                object("kinds", list("STORE")),
                "filters",
                list(filter("distanceKm", "LESS_OR_EQUAL", 4000)),
                "assignment",
                object("mode", "FEWEST_SHIPMENTS"),
                "sorts",
                list(sort("distanceKm", "ASC"))));
        Plan plan = strategy.route(network.question("A 3", "FAR A:9, NEAR A:9, END A:9, CAPE A:9, TINY A:2, MID A:9"));
        assertThat(texts(plan))
                .containsExactly(
                        "NEAR CHOSEN Chosen: ranked 1st of 3, 111 km away; gives 3 of line 1",
                        "MID LOST Lost: ranked 2nd by distanceKm, 111 km farther than NEAR",
                        "FAR LOST Lost: ranked 3rd by distanceKm, 222 km farther than NEAR",
                        "CAPE FILTERED Not CAPE: location.kind KIOSK is not one of STORE",
                        "TINY FILTERED Not TINY: has 2, needs at least 3 (line 1)",
                        "END FILTERED Not END: 4448 km away, must be at most 4000");
    }

    @Test
    void says_why_a_better_ranked_location_was_not_needed() {
        Network network = Network.of("NEAR 1, MID 2, FAR 3");
        Plan plan = strategy(nearestFirst("FEWEST_SHIPMENTS"))
                .route(network.question("A 1, B 1", "NEAR A:1, MID B:1, FAR A:1 B:1"));
        assertThat(texts(plan))
                .containsExactly(
                        "FAR CHOSEN Chosen: ranked 3rd of 3, 334 km away; gives 1 each of lines 1, 2",
                        "NEAR LOST Lost: ranked 1st; it could serve 1 unit, FAR serves as many or more in one shipment",
                        "MID LOST Lost: ranked 2nd; it could serve 1 unit, FAR serves as many or more in one shipment");
    }

    @Test
    void says_what_a_group_of_conditions_found() {
        Network network = Network.of("NEAR 1").add(new Spot("ACID", "STORE", 2, Set.of(), Map.of("hazmat", true)));
        var group = object(
                "any",
                list(
                        filter("location.attributes.hazmat", "EQUALS", true),
                        filter("line.attributes.hazmat", "NOT_EQUALS", true)));
        Strategy strategy = strategy(scenario("s", "FIRST_FIT", list(group), list(sort("distanceKm", "ASC"))));
        LineFacts line = new LineFacts(1, "A", 1, 0, null, Map.of("hazmat", true), Map.of(), Set.of());
        Plan plan = strategy.route(network.question(List.of(line), "NEAR A:1, ACID A:1"));
        assertThat(texts(plan))
                .containsExactly(
                        "ACID CHOSEN Chosen: ranked 1st of 1, 222 km away; gives 1 of line 1",
                        "NEAR FILTERED Not NEAR: location.attributes.hazmat is missing, so it is not true (line 1)");
    }

    @Test
    void says_what_lines_of_one_sku_need_together() {
        Plan plan =
                strategy(nearestFirst("WHOLE_ORDER")).route(Network.of("NEAR 1").question("A 2, A 2", "NEAR A:3"));
        assertThat(texts(plan)).containsExactly("NEAR FILTERED Not NEAR: has 3, needs at least 4 (line 1)");
    }

    @Test
    void says_when_the_shipments_ran_out() {
        var scenario = nearestFirst("FIRST_FIT");
        scenario.put("assignment", object("mode", "FIRST_FIT", "maxShipments", 1));
        Plan plan = strategy(scenario).route(Network.of("NEAR 1, MID 2").question("A 1, B 1", "NEAR A:1, MID B:1"));
        assertThat(texts(plan)).contains("MID LOST Lost: ranked 2nd; the limit of 1 shipment was reached");
    }

    @Test
    void says_that_a_combination_was_better_and_that_only_the_code_decided() {
        Plan pair = strategy(nearestFirst("FEWEST_SHIPMENTS"))
                .route(Network.of("NEAR 1, MID 2, FAR 3, END 4")
                        .question("A 1, B 1, C 1", "NEAR A:1, MID B:1, FAR A:1 B:1, END C:1"));
        assertThat(texts(pair))
                .contains(
                        "MID LOST Lost: ranked 2nd; it could serve 1 unit, a combination of 2 other locations came out"
                                + " better");
        Plan twins = strategy(nearestFirst("FIRST_FIT"))
                .route(Network.of("ONE 1, TWO 1").question("A 1", "TWO A:1, ONE A:1"));
        assertThat(texts(twins))
                .contains("TWO LOST Lost: ranked 2nd, equal to ONE in every sort and behind it by code");
    }

    @Test
    void the_tree_has_the_fields_of_the_api() {
        Plan plan = strategy(nearestFirst("FIRST_FIT"))
                .route(Network.of("NEAR 1, MID 2").question("A 1", "NEAR A:1, MID A:1"));
        Map<?, ?> tree = (Map<?, ?>) plan.decision().stamped(7, 31).toTree();
        assertThat(tree.get("strategy")).isEqualTo("default");
        assertThat(tree.get("version")).isEqualTo(7);
        assertThat(tree.get("microseconds")).isEqualTo(31L);
        assertThat(tree.get("at")).isEqualTo("2026-11-23T12:00:00Z");
        Map<?, ?> tried = Trees.items(tree, "scenarios").getFirst();
        assertThat(tried.get("name")).isEqualTo("nearest first");
        assertThat(tried.get("outcome")).isEqualTo("FULL");
        Map<?, ?> lost = Trees.items(tried, "candidates").get(1);
        assertThat(lost.keySet().stream().map(String::valueOf))
                .containsExactly(
                        "location", "verdict", "rule", "field", "value", "limit", "rank", "distanceKm", "text");
        assertThat(lost.get("rule")).isEqualTo("/sorts/0");
        assertThat(lost.get("rank")).isEqualTo(2);
    }

    @Test
    void an_order_without_a_route_goes_to_people_and_says_so() {
        Question question = Network.of("NEAR 1").question("A 2", "NEAR A:2");
        OrderFacts order = question.order();
        OrderFacts pickup = new OrderFacts(
                order.number(), order.channel(), "PICKUP", null, order.currency(), order.destination(), null, Map.of());
        Plan plan = strategy(nearestFirst("FIRST_FIT"))
                .route(new Question(question.at(), pickup, question.lines(), question.candidates()));
        assertThat(Network.told(plan)).isEqualTo("rest 1x2 CUSTOMER_CARE");
        assertThat(plan.decision().toTree().toString()).contains("No route for fulfillment type PICKUP");
    }

    @Test
    void comes_back_from_bytes_as_it_went_and_is_small() {
        Random random = new Random(11);
        int[] sizes = new int[200];
        for (int i = 0; i < sizes.length; i++) {
            Decision decision = RandomQuestions.strategy(random)
                    .route(RandomQuestions.question(random, 30, 3))
                    .decision()
                    .stamped(i, 17L * i);
            byte[] bytes = decision.encoded();
            assertThat(Decision.decode(bytes)).isEqualTo(decision);
            assertThat(Decision.decode(bytes).toTree()).isEqualTo(decision.toTree());
            sizes[i] = bytes.length;
        }
        Arrays.sort(sizes);
        System.out.println("30 candidates: median " + sizes[100] + " bytes, largest " + sizes[199] + " bytes");
        assertThat(sizes[100]).isLessThan(2_048);
    }

    @Test
    void a_decision_kept_in_the_first_form_is_still_read() {
        Rule stock = new Rule("stock", "available", Relation.GREATER_OR_EQUAL, 3L);
        Rule nearer = new Rule("/sorts/0", "distanceKm", Relation.ASCENDING, 11.1);
        Rule kind = new Rule("/filters/1", "location.kind", Relation.IN, List.of("STORE", "WAREHOUSE"));
        Rule cost = new Rule("/filters/2", "unitCost", Relation.LESS, new BigDecimal("12.50"));
        List<Verdict> verdicts = List.of(
                new Verdict("MEM01", Standing.CHOSEN, 1, 11.1, List.of(new Reason(stock, 2L, 2))),
                new Verdict("DAL02", Standing.LOST, 2, 670.25, List.of(new Reason(nearer, 670.25, 0))),
                new Verdict("KIO03", Standing.FILTERED, 0, null, List.of(new Reason(kind, "KIOSK", 0))),
                new Verdict("DEAR4", Standing.FILTERED, 0, 1.0, List.of(new Reason(cost, new BigDecimal("13.75"), 1))));
        List<Tried> tried = List.of(
                new Tried("Near first", Match.PARTIAL, "NEXT_SCENARIO_WITH_REST", verdicts),
                new Tried("Anywhere", Match.NONE, "BACKORDER", List.of()));
        Instant at = Instant.parse("2026-11-23T17:00:00Z");
        assertThat(Decision.decode(HexFormat.of().parseHex(FIRST_FORM)))
                .isEqualTo(new Decision("US standard", 7, at, 48, "SHIP", tried));
    }

    @Test
    void damaged_bytes_are_refused() {
        byte[] bytes = strategy(nearestFirst("FIRST_FIT"))
                .route(Network.of("NEAR 1").question("A 1", "NEAR A:1"))
                .decision()
                .encoded();
        assertThatThrownBy(() -> Decision.decode(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Decision.decode(new byte[] {9}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form 9");
    }

    static List<String> texts(Plan plan) {
        return Trees.items(plan.decision().toTree(), "scenarios").stream()
                .flatMap(tried -> Trees.items(tried, "candidates").stream())
                .map(each -> each.get("location") + " " + each.get("verdict") + " " + each.get("text"))
                .toList();
    }
}
