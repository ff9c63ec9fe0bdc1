package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Units that locations give up go on to others, as often as the strategy allows and not once more. */
class C04_ReassignmentsTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();

    private final World world = World.in(BRAID);

    @AfterAll
    static void every_sum_holds() {
        assertThat(BRAID.bean(Invariants.class).check()).allMatch(Finding::holds);
        BRAID.close();
    }

    private void strategy(int max, String then) {
        Answer drafted = done(BRAID.post(
                "/api/v1/routing/strategies",
                Map.of(
                        "name",
                        "limited",
                        "shortfall",
                        "REROUTE",
                        "reassignments",
                        Map.of("max", max, "then", then),
                        "routes",
                        List.of(Map.of(
                                "fulfillmentType",
                                "SHIP",
                                "scenarios",
                                List.of(Map.of(
                                        "name",
                                        "nearest",
                                        "assignment",
                                        Map.of("mode", "FIRST_FIT", "splitLines", true, "splitUnits", true),
                                        "sorts",
                                        List.of(Map.of("field", "distanceKm", "direction", "ASC")))),
                                "finally",
                                "BACKORDER")))));
        done(BRAID.post("/api/v1/routing/strategies/" + drafted.text("/id") + "/promotion", Map.of()));
    }

    private Answer reject(String shipment) {
        return done(BRAID.post(
                "/api/v1/shipments/" + shipment + "/acknowledgement",
                Map.of(
                        "lines",
                        List.of(Map.of("line", 1, "accepted", 0, "reason", "CANNOT_SHIP_IN_TIME")),
                        "acceptRest",
                        true)));
    }

    private Answer record(String shipment) {
        return BRAID.get("/api/v1/shipments/" + shipment + "/canceled-items");
    }

    @Test
    void after_one_new_assignment_a_person_decides_and_the_decision_says_why() {
        strategy(1, "CUSTOMER_CARE");
        String mug = world.product("MUG");
        for (String place : List.of("38118", "37201", "90001")) {
            world.stock(world.warehouse("L" + place, place), mug, 5);
        }
        Answer order = world.place(mug, 2);
        String first = order.text("/shipments/0/shipmentNumber");
        String number = order.text("/orderNumber");

        reject(first);
        String second = record(first).text("/items/0/replacementShipment");
        assertThat(BRAID.get("/api/v1/shipments/" + first).text("/state")).isEqualTo("REASSIGNED");
        reject(second);

        assertThat(record(second).text("/items/0/disposition")).isEqualTo("CUSTOMER_CARE");
        assertThat(BRAID.get("/api/v1/shipments/" + second).text("/state")).isEqualTo("CANCELED");
        assertThat(BRAID.get("/api/v1/orders/" + number).text("/state")).isEqualTo("CUSTOMER_CARE");
        Answer decisions = BRAID.get("/api/v1/orders/" + number + "/decisions");
        assertThat(decisions.text("/items/1/reason")).isEqualTo("SHORTFALL");
        assertThat(decisions.text("/items/2/reason")).isEqualTo("REASSIGNMENT_LIMIT");
        assertThat(decisions.text("/items/2/scenarios/0/candidates/0/text"))
                .isEqualTo("Not " + world.named("L37201")
                        + ": assigned anew once already, and the strategy allows 1 (line 1)");
        assertThat(BRAID.get("/api/v1/journal?subject=" + number).body()).contains("ReassignmentLimitReached");
        decisions_come_in_pages(number, decisions);
    }

    private static void decisions_come_in_pages(String number, Answer whole) {
        String path = "/api/v1/orders/" + number + "/decisions?limit=2";
        Answer first = done(BRAID.get(path));
        assertThat(first.json().at("/items")).hasSize(2);
        Answer rest = done(BRAID.get(path + "&cursor=" + first.text("/nextCursor")));
        assertThat(rest.json().at("/items/0")).isEqualTo(whole.json().at("/items/2"));
        assertThat(rest.json().at("/nextCursor").isNull()).isTrue();
        Answer told = done(BRAID.get(path + "&format=text"));
        assertThat(told.body()).contains("Decision 1", "Decision 2").doesNotContain("Decision 3");
        assertThat(told.header("Next-Cursor")).isEqualTo(first.text("/nextCursor"));
    }

    @Test
    void what_the_strategy_says_follows_at_the_limit_even_cancellation() {
        strategy(0, "CANCEL");
        String mug = world.product("MUG");
        world.stock(world.warehouse("A", "38118"), mug, 5);
        world.stock(world.warehouse("B", "90001"), mug, 5);
        Answer order = world.place(mug, 1);
        String only = order.text("/shipments/0/shipmentNumber");

        reject(only);

        assertThat(record(only).text("/items/0/disposition")).isEqualTo("CANCELED");
        assertThat(BRAID.get("/api/v1/orders/" + order.text("/orderNumber")).text("/state"))
                .isEqualTo("CANCELED");
    }

    @Test
    void a_remainder_that_is_canceled_after_step_one_moves_on_to_whoever_has_not_failed() {
        strategy(5, "BACKORDER");
        String mug = world.product("MUG");
        String near = world.warehouse("A", "38118");
        String far = world.warehouse("C", "90001");
        world.stock(near, mug, 5);
        world.stock(far, mug, 2);
        Answer order = world.place(mug, 4);
        String shipment = order.text("/shipments/0/shipmentNumber");
        done(BRAID.post("/api/v1/shipments/" + shipment + "/acknowledgement", Map.of("acceptRest", true)));

        done(BRAID.post(
                "/api/v1/shipments/" + shipment + "/cancellations",
                Map.of("lines", List.of(Map.of("line", 1, "quantity", 3, "reason", "DAMAGED")))));

        assertThat(record(shipment).text("/items/0/disposition")).isEqualTo("REROUTED");
        Answer after = BRAID.get("/api/v1/orders/" + order.text("/orderNumber"));
        assertThat(after.text("/state")).isEqualTo("BACKORDERED");
        assertThat(after.text("/shipments/1/location")).isEqualTo(far);
        assertThat(after.text("/shipments/1/lines/0/quantity")).isEqualTo("2");
        assertThat(world.position(near, mug).text("/items/0/onHand")).isEqualTo("2");
        assertThat(BRAID.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions")
                        .body())
                .contains("Not " + near + ": gave up units of it in shipment ");
    }
}
