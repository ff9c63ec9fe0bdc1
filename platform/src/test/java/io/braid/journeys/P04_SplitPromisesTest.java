package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A line that no one location has all units of: several send it, and the one that arrives last decides. */
class P04_SplitPromisesTest {
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);
    private final String mug = world.product("MUG");
    private String memphis = "";
    private String newYork = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void three_mugs_in_memphis_and_three_in_new_york() {
        memphis = world.warehouse("MEM", "38118");
        newYork = world.warehouse("NYC", "10001");
        world.stock(memphis, mug, 3);
        world.stock(newYork, mug, 3);
        splitting(true);
    }

    private static void splitting(boolean units) {
        Map<String, Object> scenario = Map.of(
                "name",
                "nearest",
                "assignment",
                Map.of("mode", "FIRST_FIT", "splitLines", true, "splitUnits", units),
                "sorts",
                List.of(Map.of("field", "distanceKm", "direction", "ASC")));
        Answer drafted = done(braid.post(
                "/api/v1/routing/strategies",
                Map.of(
                        "name",
                        "near",
                        "routes",
                        List.of(Map.of(
                                "fulfillmentType", "SHIP", "scenarios", List.of(scenario), "finally", "BACKORDER")))));
        done(braid.post("/api/v1/routing/strategies/" + drafted.text("/id") + "/promotion", Map.of()));
    }

    private Answer promise(int quantity) {
        return done(braid.post(
                "/api/v1/promises",
                Map.of(
                        "destination",
                        Map.of("postalCode", "38103"),
                        "lines",
                        List.of(Map.of("sku", mug, "quantity", quantity)))));
    }

    @Test
    void two_send_it_and_the_later_one_decides() {
        Answer answer = promise(5);

        JsonNode cheapest = answer.json().at("/lines/0/cheapest");
        JsonNode parcels = answer.json().at("/lines/0/split/cheapest");
        assertThat(parcels.findValuesAsString("location")).containsExactly(memphis, newYork);
        assertThat(parcels.at("/0/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(parcels.at("/1/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(cheapest.at("/location").asString()).isEqualTo(newYork);
        assertThat(parcels.findValuesAsString("promiseDate")).containsExactly("2026-11-24", "2026-11-27");
        assertThat(cheapest.at("/promiseDate").asString()).isEqualTo("2026-11-27");
        assertThat(cheapest.at("/orderBy").asString())
                .isEqualTo(parcels.findValuesAsString("orderBy").stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow());
        assertThat(amount(cheapest)).isEqualTo(amount(parcels.at("/0")).add(amount(parcels.at("/1"))));
        assertThat(answer.text("/lines/0/why")).isEmpty();
        assertThat(answer.text("/lines/0/earliest/promiseDate")).isEqualTo("2026-11-24");
        assertThat(amount(answer.json().at("/lines/0/earliest"))).isGreaterThan(amount(cheapest));
    }

    private static BigDecimal amount(JsonNode way) {
        return new BigDecimal(way.at("/shippingCost/amount").asString());
    }

    @Test
    void an_order_then_goes_the_same_ways() {
        JsonNode promised = promise(5).json().at("/lines/0/split/cheapest");
        Answer order = world.place(mug, 5);
        assertThat(order.json().at("/shipments").findValuesAsString("location"))
                .isEqualTo(promised.findValuesAsString("location"));
    }

    @Test
    void what_one_location_has_it_sends_alone() {
        Answer answer = promise(3);
        assertThat(answer.json().at("/lines/0/split").isNull()).isTrue();
        assertThat(answer.text("/lines/0/cheapest/location")).isEqualTo(memphis);
    }

    @Test
    void more_than_there_is_and_a_strategy_that_does_not_split_say_why() {
        assertThat(promise(7).text("/lines/0/why"))
                .isEqualTo("no one location has 7 units of " + mug
                        + "; routing would leave 1 unit of line 1 without a location (BACKORDER)");
        splitting(false);
        assertThat(promise(5).text("/lines/0/why"))
                .isEqualTo("no one location has 5 units of " + mug
                        + "; routing would leave 5 units of line 1 without a location (BACKORDER)");
    }
}
