package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import io.braid.store.Json;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void on_the_stock_of_then_orders_find_what_lay_there_and_what_came_in_between() {
        placeOrders(60);
        world.stock(near, mug, 300);
        braid.clock().turn(Duration.ofMinutes(1));
        placeOrders(60);
        world.stock(near, mug, 120);
        braid.clock().turn(Duration.ofMinutes(1));
        String draft = draft(near);

        Answer now = simulated(Map.of("strategyId", draft, "from", began.toString(), "stock", "NOW"));
        assertThat(now.json().at("/draft/assignedUnits").asInt()).isZero();
        assertThat(now.json().at("/draft/backorderedUnits").asInt()).isEqualTo(120);
        assertThat(now.text("/live/load/0/location")).isEqualTo(far);

        Answer then = simulated(Map.of("strategyId", draft, "from", began.toString(), "stock", "THEN"));
        assertThat(then.json().at("/draft/assignedUnits").asInt()).isEqualTo(120);
        assertThat(then.json().at("/changedOrders").asInt()).isZero();
        assertThat(then.text("/live/load/0/location")).isEqualTo(near);
    }

    @Test
    void a_file_of_orders_is_replayed_on_the_stock_of_now_and_its_bad_lines_are_named() {
        String draft = draft(far);
        String good = Json.write(world.orderFor(mug, 1));
        Answer begun = upload(draft, good + "\n\n" + good + "\n");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Answer done = ended(begun.text("/id"), "DONE");
        assertThat(done.json().at("/changedOrders").asInt()).isEqualTo(2);
        assertThat(done.json().at("/from").isNull()).isTrue();

        Answer bad = upload(draft, good + "\n{\"channel\":1\n" + Json.write(world.orderFor("no-such", 1)) + "\n");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text("/errors/0/pointer")).startsWith("/2");
        assertThat(bad.text("/errors/0/detail")).startsWith("line 2: ");
        Answer unknown = upload(draft, Json.write(world.orderFor("no-such", 1)));
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/1/lines/0/sku");
        assertThat(upload(draft, "\n").status()).isEqualTo(422);
        assertThat(upload("no-id", good).text("/errors/0/pointer")).isEqualTo("/strategyId");
    }

    @Test
    void one_that_is_canceled_stays_so_and_one_whose_runner_died_is_taken_up_again() {
        placeOrders(1);
        Answer done = simulated(Map.of("strategyId", draft(far), "lastDays", 1));
        String id = done.text("/id");
        assertThat(delete(id).text("/type")).endsWith("simulation-ended");

        execute("update simulation set state = 'RUNNING', lease_until = now() + interval '1 hour'");
        assertThat(done(delete(id)).text("/state")).isEqualTo("CANCELED");
        assertThat(delete(id).status()).isEqualTo(409);

        execute("update simulation set state = 'RUNNING', lease_until = now() - interval '1 second'");
        assertThat(ended(id, "DONE").json().at("/changedOrders").asInt()).isEqualTo(1);
        assertThat(changed(done).json().at("/items").size()).isEqualTo(1);

        execute("update simulation set state = 'RUNNING', attempt = 5, lease_until = now() - interval '1 s'");
        assertThat(ended(id, "FAILED").text("/failure")).contains("broken off");
    }

    @Test
    void one_that_is_canceled_while_it_runs_stops_and_lets_the_next_one_run() throws Exception {
        placeOrders(3);
        Map<String, ?> wish = Map.of("strategyId", draft(far), "lastDays", 1);
        String id;
        try (Connection held = braid.database().owner().getConnection();
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            // It has its orders and waits for where their products lie.
            statement.execute("lock table position in access exclusive mode");
            id = begun(wish).text("/id");
            ended(id, "RUNNING");
            assertThat(done(delete(id)).text("/state")).isEqualTo("CANCELED");
            held.rollback();
        }
        simulated(wish);
        Answer canceled = done(braid.get(SIMULATIONS + "/" + id));
        assertThat(canceled.text("/state")).isEqualTo("CANCELED");
        assertThat(canceled.json().at("/progress/done").asInt()).isZero();
        assertThat(canceled.json().at("/draft").isNull()).isTrue();
        assertThat(changed(canceled).json().at("/items").size()).isZero();
        assertThat(done(braid.get("/api/v1/journal?subject=simulation:" + id)).body())
                .contains("SimulationRequested", "SimulationStarted", "SimulationCanceled")
                .doesNotContain("SimulationFinished");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        placeOrders(1);
        String draft = draft(far);
        String now = braid.clock().instant().toString();
        assertThat(refused(Map.of("strategyId", draft, "from", now, "to", began.toString())))
                .isEqualTo("/to");
        assertThat(refused(Map.of("strategyId", draft))).isEqualTo("/from");
        assertThat(refused(Map.of("strategyId", draft, "lastDays", 0))).isEqualTo("/lastDays");
        assertThat(refused(Map.of("strategyId", draft, "lastDays", 1, "stock", "LATER")))
                .isEqualTo("/stock");
        assertThat(refused(Map.of("lastDays", 1))).isEqualTo("/strategyId");
        assertThat(refused(Map.of("strategy", Map.of("name", "x", "routes", List.of()), "lastDays", 1)))
                .startsWith("/routes");
        assertThat(refused(Map.of("strategyId", "no-id", "lastDays", 1))).isEqualTo("/strategyId");
        assertThat(braid.post(
                                SIMULATIONS,
                                Map.of(
                                        "strategyId",
                                        draft,
                                        "from",
                                        "2020-01-01T00:00:00Z",
                                        "to",
                                        "2020-01-02T00:00:00Z"))
                        .text("/type"))
                .endsWith("no-orders-to-replay");
        assertThat(braid.get(SIMULATIONS + "/no-id").status()).isEqualTo(404);
    }

    private void execute(String statement) {
        JdbcClient.create(braid.database().owner()).sql(statement).update();
    }

    private String refused(Map<String, ?> wish) {
        Answer refused = braid.post(SIMULATIONS, wish);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.text("/errors/0/pointer");
    }

    private Answer upload(String strategy, String file) {
        return braid.send(braid.request(SIMULATIONS + "?strategyId=" + strategy, BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
    }

    private Answer delete(String id) {
        return braid.send(braid.request(SIMULATIONS + "/" + id, BraidUnderTest.OPERATOR_KEY)
                .DELETE());
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
