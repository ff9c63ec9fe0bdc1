package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator reads before a draft goes live. */
class DifferencesTest {
    private static final Map<String, Object> FAR = filter("distanceKm", "LESS_OR_EQUAL", 4000);
    private static final Map<String, Object> OPEN = filter("location.operatingNow", "EQUALS", true);

    @Test
    void equal_documents_have_none_however_their_numbers_are_written() {
        assertThat(Differences.between(
                        strategy(scenario("near", List.of(FAR))),
                        strategy(scenario("near", List.of(filter("distanceKm", "LESS_OR_EQUAL", 4000.0))))))
                .isEmpty();
    }

    @Test
    void a_changed_limit_is_told_from_and_to() {
        assertThat(Differences.between(
                        strategy(scenario("near and able", List.of(OPEN, FAR))),
                        strategy(
                                scenario("near and able", List.of(OPEN, filter("distanceKm", "LESS_OR_EQUAL", 2500))))))
                .containsExactly("scenario 'near and able': filter distanceKm LESS_OR_EQUAL 4000 → 2500");
    }

    @Test
    void filters_that_came_and_went_are_told_and_their_order_is_not() {
        assertThat(Differences.between(
                        strategy(scenario("near", List.of(OPEN, FAR))),
                        strategy(scenario("near", List.of(FAR, filter("available", "GREATER", 3))))))
                .containsExactly(
                        "scenario 'near': filter added: available GREATER 3",
                        "scenario 'near': filter taken out: location.operatingNow EQUALS true");
    }

    @Test
    void another_operator_on_the_same_field_is_a_change() {
        assertThat(Differences.between(
                        strategy(scenario("near", List.of(FAR))),
                        strategy(scenario("near", List.of(filter("distanceKm", "LESS", 10))))))
                .containsExactly("scenario 'near': filter distanceKm LESS_OR_EQUAL 4000 → distanceKm LESS 10");
    }

    @Test
    void groups_of_filters_are_written_out() {
        assertThat(Differences.between(
                        strategy(scenario("near", List.of())),
                        strategy(scenario("near", List.of(Map.of("any", List.of(OPEN, FAR)))))))
                .containsExactly("scenario 'near': filter added: any of (distanceKm LESS_OR_EQUAL 4000;"
                        + " location.operatingNow EQUALS true)");
    }

    @Test
    void scenarios_that_came_went_or_moved_are_told() {
        Map<String, Object> a = scenario("a", List.of());
        Map<String, Object> b = scenario("b", List.of());
        Map<String, Object> c = scenario("c", List.of());
        assertThat(Differences.between(strategy(a, b), strategy(b, a, c)))
                .containsExactly(
                        "scenario 'c' added after 'a'",
                        "route 'SHIP': scenarios are tried in another order: 'a', 'b' → 'b', 'a'");
        assertThat(Differences.between(strategy(a, b), strategy(a))).containsExactly("scenario 'b' taken out");
    }

    @Test
    void a_scenario_that_is_put_first_says_where() {
        Map<String, Object> a = scenario("a", List.of());
        Map<String, Object> b = scenario("b", List.of(FAR));
        assertThat(Differences.between(strategy(a), strategy(b, a))).containsExactly("scenario 'b' added before 'a'");
    }

    @Test
    void a_scenario_that_is_renamed_keeps_its_changes() {
        assertThat(Differences.between(
                        strategy(scenario("a", List.of(FAR))),
                        strategy(scenario("b", List.of(filter("distanceKm", "LESS_OR_EQUAL", 9))))))
                .containsExactly(
                        "scenario 'a' is now called 'b'", "scenario 'b': filter distanceKm LESS_OR_EQUAL 4000 → 9");
        assertThat(Differences.between(
                        strategy(scenario("a", List.of(FAR)), scenario("z", List.of())),
                        strategy(scenario("z", List.of()), scenario("b", List.of(FAR)))))
                .containsExactly(
                        "scenario 'a' is now called 'b'",
                        "route 'SHIP': scenarios are tried in another order: 'b', 'z' → 'z', 'b'");
    }

    @Test
    void a_group_that_joins_otherwise_is_one_change() {
        assertThat(Differences.between(
                        strategy(scenario("a", List.of(Map.of("any", List.of(OPEN, FAR))))),
                        strategy(scenario("a", List.of(Map.of("all", List.of(FAR, OPEN)))))))
                .containsExactly("scenario 'a': filter any of (distanceKm LESS_OR_EQUAL 4000; location.operatingNow"
                        + " EQUALS true) → all of (distanceKm LESS_OR_EQUAL 4000; location.operatingNow EQUALS true)");
    }

    @Test
    void what_rules_alike_is_no_difference() {
        Map<String, Object> plain = Map.of(
                "name", "near",
                "filters", List.of(filter("location.kind", "IN", List.of("STORE", "VENDOR"))),
                "assignment", Map.of("mode", "FIRST_FIT"),
                "sorts", List.of(Map.of("field", "distanceKm")));
        Map<String, Object> spelledOut = Map.of(
                "name", "near",
                "locations", Map.of("kinds", List.of()),
                "filters", List.of(filter("location.kind", "IN", List.of("VENDOR", "STORE"))),
                "assignment", Map.of("mode", "FIRST_FIT", "splitLines", true, "splitUnits", false),
                "sorts", List.of(Map.of("field", "distanceKm", "direction", "ASC")),
                "otherwise", "NEXT_SCENARIO_WITH_REST");
        assertThat(Differences.between(strategy(plain), strategy(spelledOut))).isEmpty();
    }

    @Test
    void assignment_locations_sorts_and_endings_are_told_by_name() {
        Map<String, Object> before = Map.of(
                "name", "near",
                "locations", Map.of("kinds", List.of("STORE", "VENDOR")),
                "assignment", Map.of("mode", "FIRST_FIT"),
                "sorts", List.of(Map.of("field", "distanceKm")));
        Map<String, Object> after = Map.of(
                "name", "near",
                "locations", Map.of("kinds", List.of("WAREHOUSE", "STORE")),
                "assignment", Map.of("mode", "FEWEST_SHIPMENTS", "maxShipments", 3),
                "sorts", List.of(Map.of("field", "unitCost", "direction", "DESC")),
                "otherwise", "BACKORDER");
        assertThat(Differences.between(strategy(before), strategy(after)))
                .containsExactly(
                        "scenario 'near', assignment: maxShipments added: 3",
                        "scenario 'near', assignment: mode FIRST_FIT → FEWEST_SHIPMENTS",
                        "scenario 'near', locations: kinds now with WAREHOUSE",
                        "scenario 'near', locations: kinds no longer with VENDOR",
                        "scenario 'near': otherwise NEXT_SCENARIO_WITH_REST → BACKORDER",
                        "scenario 'near': sorted by distanceKm ascending → by unitCost descending");
    }

    @Test
    void what_holds_for_the_whole_strategy_stands_alone() {
        assertThat(Differences.between(
                        Map.of("name", "x", "shortfall", "REROUTE", "routes", List.of()),
                        Map.of(
                                "name",
                                "x",
                                "shortfall",
                                "CANCEL",
                                "routes",
                                List.of(Map.of("fulfillmentType", "PICKUP")))))
                .containsExactly("shortfall REROUTE → CANCEL", "route 'PICKUP' added");
    }

    private static Map<String, Object> filter(String field, String operator, Object value) {
        return Map.of("field", field, "operator", operator, "value", value);
    }

    private static Map<String, Object> scenario(String name, List<?> filters) {
        return Map.of("name", name, "filters", filters, "assignment", Map.of("mode", "FIRST_FIT"));
    }

    private static Map<String, Object> strategy(Object... scenarios) {
        return Map.of(
                "name", "s", "routes", List.of(Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenarios))));
    }
}
