package io.braid.routing;

import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.routing.Network.Spot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The least cost told as numbered stories. Locations stand on one line from the customer: NEAR, MID, FAR, END. A unit
 * weighs 500 g. A parcel from NEAR costs 5.00, from MID 6.00, from FAR 7.00, from END 8.00, and 1.00 more for each full
 * kilogram. A sku behind a stock may have its unit cost behind an at sign.
 */
class CostStoriesTest {
    private static final Map<String, Integer> FIRST_CENTS = Map.of("NEAR", 500, "MID", 600, "FAR", 700, "END", 800);

    private static Network network() {
        Network network = new Network();
        int degrees = 1;
        for (String code : List.of("NEAR", "MID", "FAR", "END")) {
            Map<String, Object> attributes = Map.of("handlingCost", degrees, "markdown", new BigDecimal("0.50"));
            network.add(new Spot(code, "STORE", degrees++, Set.of(), attributes));
        }
        return network;
    }

    private static List<LineFacts> lines(String order) {
        List<LineFacts> lines = new ArrayList<>();
        for (LineFacts line : Network.lines(order)) {
            lines.add(new LineFacts(line.line(), line.sku(), line.quantity(), 500, null, Map.of(), Map.of(), Set.of()));
        }
        return lines;
    }

    private static Question question(String order, String stock) {
        Question plain =
                network().orderAttributes(Map.of("deliverBy", "2026-11-26")).question(lines(order), stock);
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate each : plain.candidates()) {
            int first = FIRST_CENTS.getOrDefault(each.location().code(), 0);
            int days = first / 100 - 4;
            LocalDate promise = LocalDate.of(2026, 11, 24).plusDays(days);
            Carriage carriage =
                    new Carriage("UPS", "GROUND", "Z" + days, days, null, promise, grams -> first + grams / 1000 * 100);
            candidates.add(new Candidate(each.location(), each.usedToday(), each.offers(), carriage));
        }
        return new Question(plain.at(), plain.order(), plain.lines(), candidates);
    }

    private static Map<String, Object> cheapest(Object... parts) {
        Map<String, Object> scenario = scenario("cheapest", "LOWEST_COST", list(), list(sort("distanceKm", "ASC")));
        scenario.put("assignment", object("mode", "LOWEST_COST", "objective", list(parts)));
        return scenario;
    }

    private static Object part(String cost) {
        return object("cost", cost);
    }

    private static Object amount(String cost, String amount) {
        return object("cost", cost, "amount", amount);
    }

    private static void holds(String told, Object scenario, String order, String stock, String expected) {
        Plan plan = Trees.strategy(scenario).route(question(order, stock));
        assertThat(Network.told(plan)).as(told).isEqualTo(expected);
        assertThat(plan.optimal()).as(told).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        H01 | the cheapest parcel                         | A 1      | FAR A:9, NEAR A:9             | NEAR 1x1
        H02 | one dearer parcel beats two cheap ones      | A 1, B 1 | NEAR A:9, MID B:9, END A:9 B:9| END 1x1 2x1
        H03 | two parcels where nobody has both           | A 1, B 1 | NEAR A:9, FAR B:9, MID A:9    | NEAR 1x1, FAR 2x1
        H04 | the most units come before the least cost   | A 1, B 1 | NEAR A:9, END B:9             | NEAR 1x1, END 2x1
        H05 | what nobody has waits                       | A 1, B 1 | NEAR A:9                      | NEAR 1x1; rest 2x1 BACKORDER
        H06 | lines are not split                         | A 4      | NEAR A:3, END A:4             | END 1x4
        H07 | two lines of one sku share the stock        | A 2, A 2 | NEAR A:3, MID A:4             | MID 1x2 2x2
        H08 | two lines of one sku, nobody has enough     | A 2, A 2 | NEAR A:3, MID A:3             | NEAR 1x2, MID 2x2
        """)
    void shipping_alone(String id, String story, String order, String stock, String expected) {
        holds(id + story, cheapest(part("SHIPPING")), order, stock, expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        I01 | a cheap unit is worth a dearer parcel       | A 1      | NEAR A:9@9.00, FAR A:9@6.00   | FAR 1x1
        I02 | but not when the parcel eats it up          | A 1      | NEAR A:9@9.00, FAR A:9@7.50   | NEAR 1x1
        I03 | many units outweigh the second parcel       | A 9, B 1 | NEAR A:9@9.00 B:9@9.00, MID A:9@8.00 | MID 1x9, NEAR 2x1
        I04 | a cent less is less                         | A 1      | NEAR A:9@2.00, MID A:9@0.99   | MID 1x1
        I05 | the same cost goes to the better ranked     | A 1      | NEAR A:9@2.00, MID A:9@1.00   | NEAR 1x1
        I06 | a cost nobody agreed counts as nothing      | A 1      | NEAR A:9@2.00, MID A:9        | MID 1x1
        """)
    void shipping_and_unit_cost(String id, String story, String order, String stock, String expected) {
        holds(id + story, cheapest(part("SHIPPING"), part("UNIT_COST")), order, stock, expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        J01 | two cheap parcels without a split penalty   | A 1, B 1 | 0.00 | NEAR A:1@1 B:1@15, MID A:1@15 B:1@1 | NEAR 1x1, MID 2x1
        J02 | one parcel where a second is punished       | A 1, B 1 | 9.00 | NEAR A:1@1 B:1@15, MID A:1@15 B:1@1 | NEAR 1x1 2x1
        J03 | the penalty never costs units               | A 1, B 1 | 99   | NEAR A:1@1, MID B:1@1               | NEAR 1x1, MID 2x1
        """)
    void a_penalty_for_splits(String id, String story, String order, String penalty, String stock, String expected) {
        Object scenario = cheapest(part("SHIPPING"), part("UNIT_COST"), amount("SPLIT", penalty));
        holds(id + story, scenario, order, stock, expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        K01 | late by two days costs more than the parcel | LATENESS   | amount | 2.00                             | A 1 | MID A:9@3, END A:9@0 | MID 1x1
        K02 | late is cheap enough                        | LATENESS   | amount | 0.10                             | A 1 | MID A:9@3, END A:9@0 | END 1x1
        K03 | handling as the location tells it           | HANDLING   | field  | location.attributes.handlingCost | A 3 | NEAR A:9@1, FAR A:9@0 | NEAR 1x3
        K04 | what would be marked down goes first        | MARKDOWN   | field  | available                        | A 1 | NEAR A:1@2, END A:9@2 | END 1x1
        K05 | scarce stock is kept                        | STOCK_OUT  | field  | location.rank                    | A 1 | NEAR A:9@2, MID A:9@2 | NEAR 1x1
        K06 | anything with a number                      | OTHER      | field  | distanceKm                       | A 1 | NEAR A:9@9, MID A:9@0 | NEAR 1x1
        """)
    void other_costs(
            String id,
            String story,
            String cost,
            String how,
            String what,
            String order,
            String stock,
            String expected) {
        Object scenario = cheapest(part("SHIPPING"), part("UNIT_COST"), object("cost", cost, how, what));
        holds(id + story, scenario, order, stock, expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        L01 | units are split where that is cheaper       | splitUnits   | true  | A 4      | NEAR A:2@1, MID A:4@9, FAR A:2@1 | FAR 1x2, NEAR 1x2
        L02 | and not where it is dearer                  | splitUnits   | true  | A 4      | NEAR A:2@1, MID A:4@2, FAR A:2@1 | MID 1x4
        L03 | one shipment, the most units                | maxShipments | 1     | A 1, B 2 | NEAR A:1, MID B:2                | MID 2x2; rest 1x1 BACKORDER
        L04 | the whole order at the cheapest             | splitLines   | false | A 1, B 1 | NEAR A:9, MID A:9@9 B:9, END A:9 B:9 | END 1x1 2x1
        L05 | nobody has the whole order                  | splitLines   | false | A 1, B 1 | NEAR A:9, MID B:9                | rest 1x1 BACKORDER 2x1 BACKORDER
        """)
    void limits_on_splitting(
            String id, String story, String word, String value, String order, String stock, String expected) {
        Map<String, Object> scenario = cheapest();
        Object flag = word.equals("maxShipments") ? Integer.valueOf(value) : Boolean.valueOf(value);
        Object objective = list(part("SHIPPING"), part("UNIT_COST"));
        scenario.put("assignment", object("mode", "LOWEST_COST", word, flag, "objective", objective));
        holds(id + story, scenario, order, stock, expected);
    }

    @Test
    void says_what_it_costs_and_by_how_much_the_others_lost() {
        Plan plan = Trees.strategy(cheapest(part("SHIPPING"), part("UNIT_COST"), amount("HANDLING", "0.35")))
                .route(question("A 2", "NEAR A:9@4.00, MID A:9@2.50, FAR A:9@3.9999"));
        assertThat(DecisionTest.texts(plan))
                .containsExactly(
                        "MID CHOSEN Chosen: ranked 2nd of 3, 222 km away, costs 12.70 USD (shipping 7.00, unit cost 5.00,"
                                + " handling 0.70); gives 2 of line 1",
                        "NEAR LOST Lost: ranked 1st; the plan with it costs 14.70 USD, 2.00 more",
                        "FAR LOST Lost: ranked 3rd; the plan with it costs 16.6998 USD, 3.9998 more");
        Plan.Cost cost = plan.assignments().getFirst().cost();
        assertThat(cost).isNotNull();
        assertThat(String.valueOf(cost)).contains("total=12.70", "part=shipping, amount=7.00");
        assertThat(Decision.decode(plan.decision().encoded())).isEqualTo(plan.decision());
    }

    @Test
    void earlier_shipments_carry_more_for_the_weight_alone() {
        Map<String, Object> near = scenario("near", "FIRST_FIT", list(), list());
        near.put("locations", object("codes", list("FAR")));
        Plan plan = Trees.strategy(near, cheapest(part("SHIPPING"))).route(question("A 1, B 1", "FAR A:1, NEAR B:1"));
        assertThat(Network.told(plan)).isEqualTo("FAR 1x1, NEAR 2x1");
        Map<String, Object> first = scenario(
                "first",
                "FIRST_FIT",
                list(Trees.filter("product.sku", "EQUALS", "A")),
                list(sort("distanceKm", "DESC")));
        Plan joined =
                Trees.strategy(first, cheapest(part("SHIPPING"))).route(question("A 1, B 1", "FAR A:1 B:1, NEAR B:1"));
        assertThat(Network.told(joined)).isEqualTo("FAR 1x1 2x1");
    }

    @Test
    void a_location_without_a_tariff_cannot_be_compared() {
        Question priced = question("A 1", "NEAR A:1");
        Question plain = new Question(
                priced.at(),
                priced.order(),
                priced.lines(),
                List.of(new Candidate(
                        priced.candidates().getFirst().location(), 0, List.of(new Candidate.Offer(1, 1, null)))));
        Plan plan = Trees.strategy(cheapest(part("SHIPPING"))).route(plain);
        assertThat(DecisionTest.texts(plan)).containsExactly("NEAR FILTERED Not NEAR: shipping cost is missing");
        assertThat(Network.told(
                        Trees.strategy(cheapest(amount("HANDLING", "1"))).route(plain)))
                .isEqualTo("NEAR 1x1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        M01 | {"cost":"SHIPING"}                                        | /cost   | must be one of SHIPPING
        M02 | {"name":"x"}                                              |         | lacks 'cost'
        M03 | {"cost":"HANDLING"}                                       |         | needs an amount or a field
        M04 | {"cost":"SPLIT","field":"distanceKm","amount":"1"}        | /field  | means nothing for cost SPLIT
        M05 | {"cost":"HANDLING","field":"location.kind"}               | /field  | is not a field that holds numbers
        M06 | {"cost":"HANDLING","amount":"1.00005"}                    | /amount | at most 4 places
        M07 | {"cost":"OTHER","field":"unitCost","per":"SHIPMENT"}      |         | differs from line to line
        M08 | {"cost":"SHIPPING","weight":-1}                           | /weight | must not be negative
        M09 | {"cost":"SHIPPING","wait":1}                              | /wait   | is not a field here
        """)
    void a_wrong_part_is_refused_at_its_place(String id, String json, String pointer, String text) {
        Map<String, Object> part = new java.util.LinkedHashMap<>();
        for (String member : json.replaceAll("[{}\"]", "").split(",", -1)) {
            String[] pair = member.split(":", -1);
            part.put(pair[0], pair[1].matches("-?[0-9]+") ? Integer.valueOf(pair[1]) : pair[1]);
        }
        String at = "/routes/0/scenarios/0/assignment/objective/0" + (pointer == null ? "" : pointer);
        assertThat(Trees.refused(Trees.document(cheapest(part)))).as(id).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(at);
            assertThat(finding.text()).contains(text);
        });
    }

    /** Shipping 5.00, 6.00, 7.00; handling 1, 2, 3: the dear unit of the nearest makes it the dearest. */
    @Test
    void a_sort_by_what_serving_costs_begins_with_the_cheapest_location() {
        Strategy strategy =
                Trees.strategy(scenario("cheapest first", "FIRST_FIT", list(), list(sort("servingCost", "ASC"))));
        Question question = question("A 1, B 1", "NEAR A:1@9.00, MID A:1@3.00, FAR A:1@1.50 B:1@2.50");
        Plan plan = strategy.route(question);
        assertThat(Network.told(plan)).isEqualTo("FAR 1x1 2x1");
        Decision.Verdict second =
                plan.decision().scenarios().getFirst().candidates().get(1);
        assertThat(second.location()).isEqualTo("MID");
        assertThat(second.reasons().getFirst().value()).isEqualTo(11L);
        assertThat(strategy.fields()).contains("servingCost", "shippingCost");
    }
}
