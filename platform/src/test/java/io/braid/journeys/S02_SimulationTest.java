package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What if: a draft over the orders there were, beside the live strategy, before a single order follows it. */
class S02_SimulationTest {
    private static final String SIMULATIONS = "/api/v1/routing/simulations";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BraidUnderTest braid;
    private World world;
    private String mug;
    private String near;
    private String far;
    private Instant began;

    @BeforeEach
    void start() {
        braid = BraidUnderTest.start();
        world = World.in(braid);
        mug = world.product("mug");
        near = world.warehouse("NEAR", "38118");
        far = world.warehouse("FAR", "98101");
        world.stock(near, mug, 100);
        world.stock(far, mug, 100);
        braid.clock().turn(Duration.ofMinutes(1));
        began = braid.clock().instant();
    }

    @AfterEach
    void stop() {
        braid.close();
    }

    @Test
    void a_draft_that_says_the_same_changes_nothing() {
        placeOrders(5);
        Answer done = simulated(Map.of("strategy", document(List.of()), "lastDays", 1));
        assertThat(done.json().at("/changedOrders").asInt()).isZero();
        assertThat(done.json().at("/progress/done").asInt()).isEqualTo(5);
        assertThat(done.json().at("/live")).isEqualTo(done.json().at("/draft"));
        assertThat(done.json().at("/live/orders").asInt()).isEqualTo(5);
        assertThat(changed(done).json().at("/items").size()).isZero();
    }

    @Test
    void a_draft_that_prefers_another_location_is_seen_before_it_rules_side_by_side_with_both_reasons() {
        placeOrders(3);
        Answer done = simulated(Map.of("strategyId", draft(far), "lastDays", 1));
        assertThat(done.json().at("/changedOrders").asInt()).isEqualTo(3);
        assertThat(done.text("/live/load/0/location")).isEqualTo(near);
        assertThat(done.text("/draft/load/0/location")).isEqualTo(far);
        assertThat(done.json().at("/draft/load/0/shipments").asInt()).isEqualTo(3);
        assertThat(done.json().at("/live/meanDistanceKm").asDouble()).isLessThan(100);
        assertThat(done.json().at("/draft/meanDistanceKm").asDouble()).isGreaterThan(2_000);
        assertThat(done.json().at("/live/shipmentsPerOrder").asDouble()).isEqualTo(1);

        Answer first = done(braid.get(SIMULATIONS + "/" + done.text("/id") + "/orders?limit=2"));
        assertThat(first.json().at("/items").size()).isEqualTo(2);
        assertThat(first.text("/items/0/live/shipments/0/location")).isEqualTo(near);
        assertThat(first.text("/items/0/draft/shipments/0/location")).isEqualTo(far);
        assertThat(first.text("/items/0/draft/decision/scenarios/0/candidates/0/text"))
                .isNotEmpty();
        Answer rest = done(braid.get(
                SIMULATIONS + "/" + done.text("/id") + "/orders?limit=2&cursor=" + first.text("/nextCursor")));
        assertThat(rest.json().at("/items").size()).isEqualTo(1);
        assertThat(world.position(far, mug).json().at("/items/0/reserved").asInt())
                .isZero();
        assertThat(done(braid.get("/api/v1/journal?subject=simulation:" + done.text("/id")))
                        .body())
                .contains("SimulationRequested", "SimulationStarted", "SimulationFinished");
    }

    private void placeOrders(int count) {
        for (int i = 0; i < count; i++) {
            done(world.place(mug, 1));
        }
        braid.clock().turn(Duration.ofMinutes(1));
    }

    private Answer begun(Map<String, ?> wish) {
        Answer begun = braid.post(SIMULATIONS, wish);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return begun;
    }

    private Answer simulated(Map<String, ?> wish) {
        return ended(begun(wish).text("/id"), "DONE");
    }

    private Answer ended(String id, String state) {
        Eventually.within(PATIENCE, () -> {
            Answer now = done(braid.get(SIMULATIONS + "/" + id));
            assertThat(now.text("/state")).as(now.body()).isEqualTo(state);
        });
        return done(braid.get(SIMULATIONS + "/" + id));
    }

    private Answer changed(Answer simulation) {
        return done(braid.get(SIMULATIONS + "/" + simulation.text("/id") + "/orders"));
    }

    private String draft(String... only) {
        return done(braid.post("/api/v1/routing/strategies", document(List.of(only))))
                .text("/id");
    }

    private static Map<String, Object> document(List<String> only) {
        return Map.of(
                "name",
                "default",
                "routes",
                List.of(Map.of(
                        "fulfillmentType",
                        "SHIP",
                        "scenarios",
                        List.of(Map.of(
                                "name",
                                "nearest",
                                "locations",
                                Map.of("codes", only),
                                "assignment",
                                Map.of("mode", "FEWEST_SHIPMENTS"),
                                "sorts",
                                List.of(Map.of("field", "distanceKm", "direction", "ASC")),
                                "otherwise",
                                "NEXT_SCENARIO_WITH_REST")),
                        "finally",
                        "BACKORDER")));
    }
}
