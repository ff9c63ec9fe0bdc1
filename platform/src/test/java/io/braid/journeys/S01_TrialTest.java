package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of routing, tried on a share of the orders: given, raised, compared, taken back, promoted, rolled back. */
class S01_TrialTest {
    private static final int ORDERS = 60;

    private BraidUnderTest braid;
    private World world;
    private String mug;
    private String near;
    private String far;

    @BeforeEach
    void start() {
        braid = BraidUnderTest.start();
        world = World.in(braid);
        mug = world.product("mug");
        near = world.warehouse("NEAR", "38118");
        far = world.warehouse("FAR", "98101");
        world.stock(near, mug, 10_000);
        world.stock(far, mug, 10_000);
    }

    @AfterEach
    void stop() {
        braid.close();
    }

    @Test
    void a_draft_takes_its_share_and_the_same_orders_each_time() {
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.5)));
        List<Map<String, Object>> orders = orders();
        List<String> chosen = suggested(orders);
        assertThat(chosen).contains(near, far);
        assertThat(suggested(orders)).isEqualTo(chosen);
        assertThat(placed(orders)).isEqualTo(chosen);
        assertThat(chosen.stream().filter(far::equals).count()).isBetween(15L, 45L);

        done(promote(draft, Map.of("share", 0.8)));
        List<String> more = suggested(orders);
        for (int i = 0; i < ORDERS; i++) {
            assertThat(chosen.get(i).equals(far) && !more.get(i).equals(far)).isFalse();
        }
        Answer shown = done(braid.get("/api/v1/routing/strategies/" + draft));
        assertThat(shown.text("/state")).isEqualTo("DRAFT");
        assertThat(shown.json().at("/share").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(shown.text("/shareSince")).isNotEmpty();
    }

    @Test
    void both_sides_are_compared_and_add_up_to_the_orders_since() {
        done(world.place(mug, 1));
        braid.clock().turn(Duration.ofMinutes(1));
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.5)));
        List<String> chosen = placed(orders());
        long there = chosen.stream().filter(far::equals).count();

        Answer compared = done(braid.get("/api/v1/routing/strategies/" + draft + "/comparison"));
        assertThat(compared.json().at("/draft/orders").asLong()).isEqualTo(there);
        assertThat(compared.json().at("/live/orders").asLong()).isEqualTo(ORDERS - there);
        assertThat(compared.json().at("/live/shipmentsPerOrder").asDouble()).isEqualTo(1);
        assertThat(compared.json().at("/draft/kmPerShipment").asDouble()).isGreaterThan(2_000);
        assertThat(compared.json().at("/live/kmPerShipment").asDouble()).isLessThan(100);
    }

    @Test
    void a_share_is_taken_back_by_hand_or_by_rollback_and_the_live_one_stays() {
        String live = live();
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.9999)));
        done(braid.send(braid.request("/api/v1/routing/strategies/" + draft + "/promotion", BraidUnderTest.OPERATOR_KEY)
                .DELETE()));
        assertThat(suggested(orders())).containsOnly(near);
        done(promote(draft, Map.of("share", 0.9999)));
        assertThat(done(braid.post("/api/v1/routing/rollback", Map.of())).text("/id"))
                .isEqualTo(live);
        assertThat(suggested(orders())).containsOnly(near);
        assertThat(done(braid.get("/api/v1/routing/strategies/" + draft)).text("/state"))
                .isEqualTo("DRAFT");
    }

    @Test
    void promoted_it_rules_all_and_rolled_back_it_rules_none() {
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.5)));
        done(promote(draft, Map.of()));
        assertThat(suggested(orders())).containsOnly(far);
        assertThat(done(braid.get("/api/v1/routing/strategies/" + draft))
                        .json()
                        .at("/share")
                        .asInt())
                .isEqualTo(1);
        done(braid.post("/api/v1/routing/rollback", Map.of()));
        assertThat(suggested(orders())).containsOnly(near);
        Answer journal = done(braid.get("/api/v1/journal?subject=strategy:default/2"));
        assertThat(journal.body())
                .contains("StrategyDrafted", "StrategyShareGiven", "StrategyPromoted", "StrategyRetired");
    }

    @Test
    void an_order_is_rerouted_on_the_side_it_was_placed_on() {
        String middle = world.warehouse("MIDDLE", "60601");
        world.stock(middle, mug, 100);
        Answer before = done(world.place(mug, 1));
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.9999)));
        reject(before.text("/shipments/0/shipmentNumber"));
        Answer after = done(braid.get("/api/v1/orders/" + before.text("/orderNumber") + "/decisions"));
        assertThat(after.text("/items/1/strategyId")).isEqualTo(live());

        Answer tried = done(world.place(mug, 1));
        assertThat(tried.text("/shipments/0/location")).isEqualTo(far);
        done(promote(draft, Map.of("share", 0.0001)));
        reject(tried.text("/shipments/0/shipmentNumber"));
        Answer rerouted = done(braid.get("/api/v1/orders/" + tried.text("/orderNumber") + "/decisions"));
        assertThat(rerouted.text("/items/1/strategyId")).isEqualTo(draft);
    }

    @Test
    void whoever_waits_is_served_on_the_side_it_was_placed_on() {
        String rare = world.product("rare");
        Answer before = done(world.place(rare, 1));
        String draft = draft(far);
        done(promote(draft, Map.of("share", 0.9999)));
        Answer tried = done(world.place(rare, 1));
        done(promote(draft, Map.of("share", 0.0001)));
        world.stock(far, rare, 1);
        world.stock(near, rare, 1);
        assertThat(released(before)).isEqualTo(live());
        assertThat(released(tried)).isEqualTo(draft);
    }

    /** The strategy that found stock for an order that waited. */
    private String released(Answer order) {
        String[] strategy = new String[1];
        Eventually.within(Duration.ofSeconds(15), () -> {
            Answer told = done(braid.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions"));
            assertThat(told.text("/items/1/reason")).isEqualTo("BACKORDER_RELEASE");
            strategy[0] = told.text("/items/1/strategyId");
        });
        return strategy[0];
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        String draft = draft(far);
        String other = draft(near);
        for (Object share : List.of(0, -0.1, 1.5, 0.00001)) {
            Answer refused = promote(draft, Map.of("share", share));
            assertThat(refused.status()).as("share " + share).isEqualTo(422);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/share");
        }
        assertThat(promote(draft, Map.of("share", "a tenth")).status()).isBetween(400, 422);
        assertThat(promote("no-id", Map.of("share", 0.1)).status()).isEqualTo(404);
        assertThat(promote(live(), Map.of("share", 0.1)).text("/type")).endsWith("already-live");
        assertThat(braid.get("/api/v1/routing/strategies/" + draft + "/comparison")
                        .text("/type"))
                .endsWith("not-on-trial");
        assertThat(promote(draft, Map.of("share", 0.1, "expectedVersion", 7)).text("/type"))
                .endsWith("version-conflict");
        done(promote(draft, Map.of("share", 0.1, "expectedVersion", 1)));
        assertThat(promote(draft, Map.of("share", 0.2, "expectedVersion", 1)).status())
                .isEqualTo(409);
        assertThat(promote(other, Map.of("share", 0.1)).text("/type")).endsWith("another-on-trial");
        assertThat(braid.get("/api/v1/routing/strategies/" + draft + "/differences?against=x")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_decision_is_told_in_sentences() {
        Answer order = done(world.place(mug, 1));
        String path = "/api/v1/orders/" + order.text("/orderNumber") + "/decisions?format=";
        Answer told = done(braid.get(path + "text"));
        assertThat(told.header("Content-Type")).startsWith("text/plain");
        assertThat(told.body())
                .contains("Decision 1 (PLACED) at 2026-11-23T17:00:00Z by strategy 'default' version 1")
                .contains(near + ": Chosen: ranked 1st of 2")
                .contains(far + ": Lost: ranked 2nd by distanceKm");
        assertThat(braid.get(path + "verse").status()).isEqualTo(400);
    }

    @Test
    void an_order_too_late_for_a_location_is_told_by_how_much() {
        String early = world.location("EARLY", "WAREHOUSE", "38103", Map.of("name", "Memphis DC", "cutOff", "10:48"));
        world.stock(early, mug, 5);
        Map<String, ?> scenario = Map.of(
                "name", "in time",
                "filters", List.of(Map.of("field", "location.beforeCutOff", "operator", "EQUALS", "value", true)),
                "assignment", Map.of("mode", "FIRST_FIT"));
        String draft = done(braid.post(
                        "/api/v1/routing/strategies",
                        Map.of(
                                "name",
                                "default",
                                "routes",
                                List.of(Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario))))))
                .text("/id");
        done(promote(draft, Map.of()));
        Answer order = done(world.place(mug, 1));
        Answer told = done(braid.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions?format=text"));
        assertThat(told.body())
                .contains("Not Memphis DC (" + early + "): cut-off 10:48 CST passed 12 minutes before the order");
    }

    @Test
    void two_versions_differ_in_words() {
        String one = draft(near);
        String two = draft(far);
        Answer told = done(braid.get("/api/v1/routing/strategies/" + two + "/differences?against=" + one));
        assertThat(told.body()).contains("codes now with " + far, "codes no longer with " + near);
    }

    private void reject(String shipment) {
        done(braid.post(
                "/api/v1/shipments/" + shipment + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 0, "reason", "OTHER", "note", "closed")))));
    }

    private String live() {
        return StreamSupport.stream(
                        done(braid.get("/api/v1/routing/strategies"))
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(each -> each.at("/state").asString().equals("LIVE"))
                .map(each -> each.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private Answer promote(String id, Map<String, ?> body) {
        return braid.post("/api/v1/routing/strategies/" + id + "/promotion", body);
    }

    /** The next version of the default strategy: that location first, then any. */
    private String draft(String location) {
        Map<String, ?> assignment = Map.of("mode", "FIRST_FIT");
        return done(braid.post(
                        "/api/v1/routing/strategies",
                        Map.of(
                                "name",
                                "default",
                                "routes",
                                List.of(Map.of(
                                        "fulfillmentType",
                                        "SHIP",
                                        "finally",
                                        "BACKORDER",
                                        "scenarios",
                                        List.of(
                                                Map.of(
                                                        "name",
                                                        "there",
                                                        "locations",
                                                        Map.of("codes", List.of(location)),
                                                        "assignment",
                                                        assignment),
                                                Map.of("name", "anywhere", "assignment", assignment)))))))
                .text("/id");
    }

    private List<Map<String, Object>> orders() {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(world.orderFor(mug, 1));
        }
        return orders;
    }

    private List<String> suggested(List<Map<String, Object>> orders) {
        return orders.stream()
                .map(order ->
                        done(braid.post("/api/v1/routing/suggestions", order)).text("/shipments/0/location"))
                .toList();
    }

    private List<String> placed(List<Map<String, Object>> orders) {
        return orders.stream()
                .map(order -> done(braid.post("/api/v1/orders", order)).text("/shipments/0/location"))
                .toList();
    }
}
