package io.braid.routing;

import static io.braid.routing.Trees.accepted;
import static io.braid.routing.Trees.document;
import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.nearestFirst;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.refused;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are refused, each fault under its pointer, and documents that are accepted with a warning. */
class StrategyReaderTest {
    private static final String SCENARIO = "/routes/0/scenarios/0";

    private static void refusedAt(Object document, String pointer, String says) {
        assertThat(refused(document)).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.text()).contains(says);
        });
    }

    private static Map<String, Object> filtered(Object... filters) {
        return document(scenario("s", "FIRST_FIT", list(filters), list()));
    }

    @Test
    void accepts_the_document_of_the_api_with_numbers_of_any_kind() {
        Reading.Accepted accepted = accepted(object(
                "name",
                "default",
                "shortfall",
                "CUSTOMER_CARE",
                "routes",
                list(object(
                        "fulfillmentType",
                        "SHIP",
                        "scenarios",
                        list(object(
                                "name",
                                "near and able",
                                "locations",
                                object("kinds", list("WAREHOUSE", "STORE"), "groups", list(), "codes", list()),
                                "filters",
                                list(
                                        filter("location.operatingNow", "EQUALS", true),
                                        object(
                                                "any",
                                                list(
                                                        filter("location.attributes.hazmat", "EQUALS", true),
                                                        filter("line.attributes.hazmat", "NOT_EQUALS", true))),
                                        filter("distanceKm", "LESS_OR_EQUAL", 4000.0),
                                        filter("distanceKm", "LESS_OR_EQUAL", 4000L)),
                                "assignment",
                                object(
                                        "mode",
                                        "FEWEST_SHIPMENTS",
                                        "splitLines",
                                        true,
                                        "splitUnits",
                                        false,
                                        "maxShipments",
                                        3),
                                "sorts",
                                list(sort("distanceKm", "ASC")),
                                "otherwise",
                                "NEXT_SCENARIO_WITH_REST")),
                        "finally",
                        "BACKORDER"))));
        assertThat(accepted.warnings()).isEmpty();
        assertThat(accepted.strategy().name()).isEqualTo("default");
        assertThat(accepted.strategy().shortfall()).isEqualTo(Shortfall.CUSTOMER_CARE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a text"})
    void refuses_what_is_no_document(@Nullable String tree) {
        assertThat(refused(tree)).isNotEmpty();
    }

    @Test
    void refuses_what_is_missing_or_empty() {
        refusedAt(object(), "", "lacks 'name'");
        refusedAt(object(), "", "lacks 'routes'");
        refusedAt(object("name", "x", "routes", list()), "/routes", "at least one");
        refusedAt(document(), "/routes/0/scenarios", "at least one");
        refusedAt(document(object("name", "s")), SCENARIO, "lacks 'assignment'");
        refusedAt(document(object("name", "s", "assignment", null)), SCENARIO + "/assignment", "is null");
        refusedAt(document(object("name", "s", "assignment", object())), SCENARIO + "/assignment", "lacks 'mode'");
        refusedAt(
                document(object("name", " ", "assignment", object("mode", "FIRST_FIT"))), SCENARIO + "/name", "blank");
    }

    @Test
    void refuses_words_it_does_not_know() {
        Map<String, Object> extra = nearestFirst("FIRST_FIT");
        extra.put("sur/pri~se", 1);
        refusedAt(document(extra), SCENARIO + "/sur~1pri~0se", "is not a field here");
        refusedAt(document(nearestFirst("BEST_PRICE")), SCENARIO + "/assignment/mode", "'BEST_PRICE'");
        Map<String, Object> after = nearestFirst("FIRST_FIT");
        after.put("otherwise", "GIVE_UP");
        refusedAt(document(after), SCENARIO + "/otherwise", "NEXT_SCENARIO_WITH_REST");
        Map<String, Object> document = document(nearestFirst("FIRST_FIT"));
        document.put("shortfall", "PRAY");
        refusedAt(document, "/shortfall", "REROUTE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        location.hight        | EQUALS        | x     | /field    | is not a field
        location.attributes.  | EQUALS        | x     | /field    | is not a field
        random                | GREATER       | x     | /field    | is not a field
        customer.name         | EQUALS        | x     | /field    | is not a field
        location.kind         | LIKE          | x     | /operator | is not an operator
        location.kind         | NOT_BETWEEN   | x     | /operator | is not an operator
        location.kind         | GREATER       | x     | /operator | does not apply
        distanceKm            | CONTAINS      | x     | /operator | does not apply
        location.operatingNow | IN            | x     | /operator | does not apply
        location.groups       | EQUALS        | x     | /operator | does not apply
        distanceKm            | LESS          | x     | /value    | must be a number
        location.operatingNow | EQUALS        | x     | /value    | must be true or false
        location.kind         | IN            | x     | /value    | must be a list
        distanceKm            | BETWEEN       | x     | /value    | must be a list
        location.kind         | EXISTS        | x     | /value    | must be true or false
        location.attributes.a | GREATER       | x     | /value    | must be a number
        """)
    void refuses_a_filter_that_makes_no_sense(
            String field, String operator, String value, String pointer, String says) {
        refusedAt(filtered(filter(field, operator, value)), SCENARIO + "/filters/0" + pointer, says);
    }

    @Test
    void refuses_values_that_do_not_fit() {
        String value = SCENARIO + "/filters/0/value";
        refusedAt(filtered(filter("location.kind", "EQUALS", 5)), value, "must be a text");
        refusedAt(filtered(filter("location.kind", "EQUALS", null)), value, "must be a text");
        refusedAt(filtered(filter("location.kind", "IN", list("A", 5))), value + "/1", "must be a text");
        refusedAt(filtered(filter("location.kind", "IN", list())), value, "at least one");
        refusedAt(filtered(filter("distanceKm", "BETWEEN", list(1))), value, "two numbers");
        refusedAt(filtered(filter("distanceKm", "BETWEEN", list(2, 1))), value, "above its upper bound");
        refusedAt(filtered(filter("distanceKm", "LESS", Double.NaN)), value, "sensible");
        refusedAt(filtered(filter("distanceKm", "LESS", new java.math.BigDecimal("1e99999999"))), value, "sensible");
        refusedAt(
                filtered(object("field", "distanceKm", "operator", "LESS")), SCENARIO + "/filters/0", "lacks 'value'");
        refusedAt(filtered(object("any", list())), SCENARIO + "/filters/0/any", "at least one");
        refusedAt(filtered("distance"), SCENARIO + "/filters/0", "must be an object");
        refusedAt(filtered(object("any", list(filter("x", "EQUALS", 1)))), SCENARIO + "/filters/0/any/0/field", "'x'");
    }

    @Test
    void refuses_sorts_and_splits_that_make_no_sense() {
        refusedAt(
                document(scenario("s", "FIRST_FIT", list(), list(sort("order.channel", "ASC")))),
                SCENARIO + "/sorts/0/field",
                "is not a field to sort by");
        refusedAt(
                document(scenario("s", "FIRST_FIT", list(), list(sort("distanceKm", "UP")))),
                SCENARIO + "/sorts/0/direction",
                "ASC, DESC");
        for (Object most : new Object[] {0, -1, 2.5, "3", 1_000_000}) {
            Map<String, Object> scenario = nearestFirst("FIRST_FIT");
            scenario.put("assignment", object("mode", "FIRST_FIT", "maxShipments", most));
            refusedAt(document(scenario), SCENARIO + "/assignment/maxShipments", "whole number from 1");
        }
    }

    @Test
    void refuses_two_of_one_name() {
        refusedAt(document(nearestFirst("FIRST_FIT"), nearestFirst("FIRST_FIT")), "/routes/0/scenarios/1", "second");
        Map<String, Object> document = document(nearestFirst("FIRST_FIT"));
        Object route = ((List<?>) document.getOrDefault("routes", list())).getFirst();
        document.put("routes", list(route, route));
        refusedAt(document, "/routes/1", "second route");
    }

    @Test
    void warns_of_what_has_no_effect() {
        Map<String, Object> ending = nearestFirst("WHOLE_ORDER");
        ending.put("name", "first");
        ending.put("otherwise", "CANCEL");
        ending.put("assignment", object("mode", "WHOLE_ORDER", "splitUnits", true));
        ending.put("sorts", list(sort("location.code", "ASC"), sort("distanceKm", "ASC")));
        assertThat(accepted(document(ending, nearestFirst("FIRST_FIT"))).warnings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        SCENARIO + "/assignment/splitUnits", SCENARIO + "/sorts/1", "/routes/0/scenarios/1");
    }

    @Test
    void warns_of_conditions_that_can_never_hold() {
        warnedOf(filtered(filter("distanceKm", "LESS", -5)), "distanceKm is never below 0");
        warnedOf(filtered(filter("location.active", "EQUALS", false)), "location.active is always true");
        warnedOf(filtered(filter("order.fulfillmentType", "EQUALS", "PICKUP")), "is always SHIP");
        warnedOf(
                filtered(filter("location.code", "EQUALS", "A-1"), filter("location.code", "STARTS_WITH", "B")),
                "other conditions on location.code");
        warnedOf(
                filtered(filter("carrier", "IN", list("UPS", "USPS")), filter("carrier", "CONTAINS", "FED")),
                "other conditions on carrier");
        Map<String, Object> stores =
                scenario("s", "FIRST_FIT", list(filter("location.kind", "EQUALS", "VENDOR")), list());
        stores.put("locations", object("kinds", list("STORE")));
        warnedOf(document(stores), "location.kind is always STORE");
        assertThat(accepted(filtered(filter("location.rank", "LESS", -5), filter("margin", "LESS", -5)))
                        .warnings())
                .isEmpty();
    }

    private static void warnedOf(Map<String, Object> document, String says) {
        assertThat(accepted(document).warnings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains(says));
    }

    @Test
    void a_list_that_is_too_long_is_not_told_to_be_empty() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i <= StrategyReader.SCENARIOS_MAX; i++) {
            many.add(nearestFirst("FIRST_FIT"));
        }
        Map<String, Object> document = document();
        document.put("routes", list(object("fulfillmentType", "SHIP", "scenarios", many)));

        assertThat(refused(document))
                .extracting(Finding::text)
                .containsExactly("has 101 entries; at most 100 are allowed");
    }

    @Test
    void refuses_too_many_rules_and_too_deep_groups_in_bounded_time() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i <= FilterReader.RULES_MAX / 2; i++) {
            many.add(filter("distanceKm", "LESS", 5000 + i));
        }
        Map<String, Object> one = scenario("one", "FIRST_FIT", many, list());
        assertThat(accepted(document(one)).warnings()).isEmpty();
        refusedAt(
                document(one, scenario("two", "FIRST_FIT", many, list())),
                "/routes/0/scenarios/1/filters/" + (FilterReader.RULES_MAX / 2 - 1),
                "at most 10000");
        Object deep = filter("distanceKm", "LESS", 1);
        for (int i = 0; i < 100; i++) {
            deep = object("all", list(deep));
        }
        assertThat(refused(filtered(deep)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("deeper than 16"));
    }

    @Test
    void names_at_most_a_hundred_faults() {
        Object[] wrong = new Object[5_000];
        java.util.Arrays.fill(wrong, 5);
        assertThat(refused(filtered(wrong))).hasSize(100);
    }
}
