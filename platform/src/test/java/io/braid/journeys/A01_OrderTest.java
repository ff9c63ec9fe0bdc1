package io.braid.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order finds its locations, one engine for owned and vendor ones. */
class A01_OrderTest {
    private final World world = World.in(BraidUnderTest.shared());
    private String mug = "";
    private String lamp = "";
    private String near = "";
    private String far = "";

    @BeforeEach
    void a_vendor_in_memphis_and_our_own_warehouse_in_los_angeles() {
        mug = world.product("MUG");
        lamp = world.product("LAMP");
        String acme = world.vendor("acme");
        near = world.vendorLocation(acme, "MEM", "38118");
        far = world.warehouse("LA", "90001");
        world.item(acme, mug, "7.25");
        world.item(acme, lamp, "19.5");
        world.activate(acme);
        world.stock(near, mug, 10);
        world.stock(near, lamp, 1);
        world.stock(far, mug, 10);
        world.stock(far, lamp, 10);
    }

    @Test
    void the_nearest_location_wins_whoever_owns_it() {
        Answer order = world.place(mug, 2);

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.text("/state")).isEqualTo("ROUTED");
        assertThat(order.text("/shipments/0/location")).isEqualTo(near);
        assertThat(order.text("/shipments/0/shipmentNumber")).isEqualTo(order.text("/orderNumber") + "-1");
        assertThat(order.text("/shipments/0/lines/0/unitCost/amount")).isEqualTo("7.25");
        assertThat(order.text("/shipments/0/lines/0/vendorSku")).isEqualTo("V-" + mug);
        assertThat(order.header("Location")).isEqualTo("/api/v1/orders/" + order.text("/orderNumber"));
    }

    @Test
    void the_units_are_reserved_when_the_answer_arrives() {
        world.place(mug, 3);

        assertThat(world.position(near, mug).text("/items/0/reserved")).isEqualTo("3");
        assertThat(world.position(near, mug).text("/items/0/available")).isEqualTo("7");
    }

    @Test
    void one_shipment_from_afar_beats_two_when_fewest_shipments_rules() {
        Answer order = world.place(mug, 2, lamp, 3);

        assertThat(order.json().at("/shipments")).hasSize(1);
        assertThat(order.text("/shipments/0/location")).isEqualTo(far);
    }

    @Test
    void what_nobody_has_is_accepted_and_waits() {
        Answer order = world.place(lamp, 500);

        assertThat(order.text("/state")).isEqualTo("BACKORDERED");
        assertThat(order.text("/lines/0/open")).isEqualTo("500");
        assertThat(order.text("/lines/0/awaiting")).isEqualTo("BACKORDER");
        Answer listed = world.braid().get("/api/v1/orders?state=BACKORDERED&sku=" + lamp);
        assertThat(listed.body()).contains(order.text("/orderNumber"));
    }

    @Test
    void the_decision_says_why_each_location_won_or_lost() {
        Answer order = world.place(mug, 2);

        Answer why = world.braid().get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions");

        assertThat(why.text("/items/0/scenarios/0/candidates/0/verdict")).isEqualTo("CHOSEN");
        assertThat(why.text("/items/0/scenarios/0/candidates/0/location")).isEqualTo(near);
        assertThat(why.body()).contains(far).contains("LOST");
    }

    @Test
    void the_same_order_again_is_the_first_one_and_another_body_is_a_conflict() {
        Map<String, Object> order = world.orderFor(mug, 1);
        Answer first = world.braid().post("/api/v1/orders", order);

        Answer again = world.braid().post("/api/v1/orders", order);
        order.put("requestedService", "EXPRESS");
        Answer other = world.braid().post("/api/v1/orders", order);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/orderNumber")).isEqualTo(first.text("/orderNumber"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/type")).isEqualTo("/problems/duplicate-order");
        assertThat(world.position(near, mug).text("/items/0/reserved")).isEqualTo("1");
    }

    @Test
    void an_idempotency_key_replays_the_answer_byte_for_byte() {
        var request = world.braid()
                .request("/api/v1/orders", BraidUnderTest.OPERATOR_KEY)
                .header("Idempotency-Key", world.named("key"));
        String body = new tools.jackson.databind.json.JsonMapper().writeValueAsString(world.orderFor(mug, 1));
        request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));

        Answer first = world.braid().send(request);
        Answer replay = world.braid().send(request);
        Answer other = world.braid()
                .send(request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.replace("Memphis", "X"))));

        assertThat(first.status()).isEqualTo(201);
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.body()).isEqualTo(first.body());
        assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replay.header("Location")).isEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void what_is_wrong_with_an_order_is_said_all_at_once_and_nothing_is_stored() {
        Map<String, Object> order = world.orderFor("nothing-of-the-kind", 1, mug, 0);
        order.put("currency", "XXQ");

        Answer refused = world.braid().post("/api/v1/orders", order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(pointers(refused)).contains("/currency", "/lines/1/quantity");
        Answer known = world.braid()
                .get("/api/v1/orders?channel=" + order.get("channel") + "&externalNumber="
                        + order.get("externalNumber"));
        assertThat(known.json().at("/items")).isEmpty();
    }

    @Test
    void an_unknown_product_and_an_unknown_place_are_named() {
        Map<String, Object> order = world.orderFor(mug, 1, world.named("NOPE"), 1);
        order.put(
                "shipTo",
                Map.of("name", "A", "line1", "B", "city", "C", "region", "D", "postalCode", "00001", "country", "US"));

        Answer refused = world.braid().post("/api/v1/orders", order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/lines/1/sku", "/shipTo/postalCode");
    }

    @Test
    void a_canceled_order_gives_its_units_back() {
        world.stock(near, mug, 0);
        Answer order = world.place(mug, 4);

        Answer canceled = world.braid()
                .post("/api/v1/orders/" + order.text("/orderNumber") + "/cancellations", Map.of("expectedVersion", 1));

        assertThat(canceled.text("/state")).isEqualTo("CANCELED");
        assertThat(canceled.text("/lines/0/canceled")).isEqualTo("4");
        assertThat(world.position(far, mug).text("/items/0/reserved")).isEqualTo("0");
    }

    private static List<String> pointers(Answer refused) {
        return refused.json()
                .at("/errors")
                .valueStream()
                .map(e -> e.at("/pointer").asString())
                .toList();
    }
}
