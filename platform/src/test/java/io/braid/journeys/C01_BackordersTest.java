package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Orders wait for stock, and get it when it arrives: whoever was promised first is served first. */
class C01_BackordersTest {
    private static final Duration SECONDS = Duration.ofSeconds(8);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);
    private String mug = "";
    private String memphis = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void a_warehouse_without_a_mug() {
        mug = world.product("MUG");
        memphis = world.warehouse("MEM", "38118");
        world.stock(memphis, mug, 0);
    }

    @AfterEach
    void every_sum_holds() {
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    private String order(Object... lines) {
        return world.place(lines).text("/orderNumber");
    }

    private String state(String order) {
        return braid.get("/api/v1/orders/" + order).text("/state");
    }

    private void released(String order) {
        Eventually.within(SECONDS, () -> assertThat(state(order)).isEqualTo("ROUTED"));
    }

    @Test
    void what_arrives_goes_to_whoever_waited_longest_and_the_decision_says_so() {
        String first = order(mug, 2);
        String second = order(mug, 1);
        assertThat(state(first)).isEqualTo("BACKORDERED");

        world.stock(memphis, mug, 2);

        released(first);
        Answer decisions = braid.get("/api/v1/orders/" + first + "/decisions");
        assertThat(decisions.text("/items/0/reason")).isEqualTo("PLACED");
        assertThat(decisions.text("/items/1/reason")).isEqualTo("BACKORDER_RELEASE");
        assertThat(decisions.body()).contains("Chosen: ranked 1st of 1");
        assertThat(braid.get("/api/v1/journal?subject=" + first).body())
                .contains("BackorderReleased", "\"SYSTEM\"", "backorders");
        assertThat(state(second)).isEqualTo("BACKORDERED");
        assertThat(braid.get("/api/v1/orders/" + second + "/decisions").json().at("/items"))
                .hasSize(1);

        world.stock(memphis, mug, 3);

        released(second);
        assertThat(world.position(memphis, mug).text("/items/0/reserved")).isEqualTo("3");
    }

    @Test
    void every_way_in_which_units_become_free_is_an_arrival() {
        String counted = order(mug, 1);
        world.stock(memphis, mug, 1);
        released(counted);

        String adjusted = order(mug, 1);
        done(braid.post(
                "/api/v1/inventory/adjustments",
                Map.of("items", List.of(Map.of("location", memphis, "sku", mug, "delta", 1, "reason", "FOUND_IT")))));
        released(adjusted);

        String waiting = order(mug, 1);
        done(braid.post("/api/v1/orders/" + counted + "/cancellations", Map.of()));
        released(waiting);

        String fed = order(mug, 1);
        sent("/api/v1/inventory/feeds?location=" + memphis, "text/csv", "sku,onHand\n" + mug + ",3\n");
        released(fed);
    }

    @Test
    void a_delivery_counts_from_its_day_by_the_clock_of_the_location() {
        String waiting = order(mug, 1);
        done(braid.put(
                "/api/v1/inventory/" + memphis + "/" + mug,
                Map.of(
                        "onHand",
                        0,
                        "incoming",
                        List.of(
                                Map.of("quantity", 7, "date", "2027-01-05"),
                                Map.of("quantity", 5, "date", "2026-11-23")))));

        released(waiting);

        Answer position = world.position(memphis, mug);
        assertThat(position.text("/items/0/onHand")).isEqualTo("5");
        assertThat(position.json().at("/items/0/incoming")).hasSize(1);
        assertThat(position.text("/items/0/incoming/0/date")).isEqualTo("2027-01-05");
    }

    @Test
    void of_a_thousand_who_wait_for_one_product_ten_units_go_to_the_ten_oldest() {
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            orders.append(JSON.writeValueAsString(world.orderFor(mug, 1))).append('\n');
        }
        List<String> waiting = sent("/api/v1/orders/import", "application/x-ndjson", orders.toString())
                .body()
                .lines()
                .map(line -> JSON.readTree(line).at("/orderNumber").asString())
                .sorted()
                .toList();

        world.stock(memphis, mug, 10);

        released(waiting.get(9));
        Eventually.within(
                SECONDS,
                () -> assertThat(world.position(memphis, mug).text("/items/0/reserved"))
                        .isEqualTo("10"));
        assertThat(waiting.subList(0, 10))
                .allSatisfy(order -> assertThat(state(order)).isEqualTo("ROUTED"));
        assertThat(waiting.subList(10, 40))
                .allSatisfy(order -> assertThat(state(order)).isEqualTo("BACKORDERED"));
    }

    @Test
    void who_was_short_of_a_product_is_asked_again_when_units_came_in_there() {
        world.stock(memphis, mug, 5);
        Answer placed = world.place(mug, 2);
        String order = placed.text("/orderNumber");
        String shipment = placed.text("/shipments/0/shipmentNumber");
        done(braid.post(
                "/api/v1/shipments/" + shipment + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 0, "reason", "DAMAGED")))));
        assertThat(state(order)).isEqualTo("BACKORDERED");
        String other = order(mug, 1);
        assertThat(state(other)).isEqualTo("ROUTED");
        done(braid.post("/api/v1/orders/" + other + "/cancellations", Map.of()));
        assertThat(state(order)).isEqualTo("BACKORDERED");

        braid.clock().turn(Duration.ofMinutes(5));
        world.stock(memphis, mug, 9);

        released(order);
    }

    @Test
    void who_had_none_is_not_asked_again_by_the_next_order_until_the_shelf_is_counted() {
        world.stock(memphis, mug, 10);
        Answer placed = world.place(mug, 3);
        done(braid.post(
                "/api/v1/shipments/" + placed.text("/shipments/0/shipmentNumber") + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 0, "reason", "SHORT_STOCK")))));
        assertThat(world.position(memphis, mug).text("/items/0/blockedReason")).isEqualTo("SHORT_STOCK");
        String next = order(mug, 1);
        assertThat(state(next)).isEqualTo("BACKORDERED");
        assertThat(braid.get("/api/v1/orders/" + next + "/decisions?format=text")
                        .body())
                .contains("is blocked there: SHORT_STOCK");

        braid.clock().turn(Duration.ofMinutes(5));
        world.stock(memphis, mug, 7);

        released(next);
        assertThat(world.position(memphis, mug).text("/items/0/blockedReason")).isEmpty();
        assertThat(braid.get("/api/v1/journal?subject=position:" + memphis + "/" + mug)
                        .body())
                .contains("PositionBlocked", "PositionUnblocked");
    }

    private Answer sent(String path, String contentType, String body) {
        return done(braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))));
    }
}
