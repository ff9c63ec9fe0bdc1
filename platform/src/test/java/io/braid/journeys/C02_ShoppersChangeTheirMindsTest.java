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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the purchase order is out: the vendor is asked, shipped wins, and both sides see the same outcome. */
class C02_ShoppersChangeTheirMindsTest {
    /** Of its own: every sum of the whole database is checked. */
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);
    private String mug = "";
    private String lamp = "";
    private String key = "";
    private String foreignKey = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void mugs_at_a_vendor_and_lamps_in_our_own_warehouse() {
        mug = world.product("MUG");
        lamp = world.product("LAMP");
        String acme = world.vendor("acme");
        String location = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(location, mug, 100);
        world.stock(world.warehouse("LA", "90001"), lamp, 100);
        key = world.vendorKey(acme);
        foreignKey = world.vendorKey(world.vendor("bolt"));
    }

    @AfterEach
    void every_sum_holds() {
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    private Answer cancel(String order) {
        return braid.post("/api/v1/orders/" + order + "/cancellations", Map.of());
    }

    private String openRequest() {
        return braid.get("/api/v1/vendor/amendments?state=REQUESTED", key).text("/items/0/id");
    }

    private Answer readdress(String order) {
        Map<String, Object> to = Map.of(
                "name",
                "A Shopper",
                "line1",
                "9 Elm St",
                "city",
                "Nashville",
                "region",
                "TN",
                "postalCode",
                "37201",
                "country",
                "US");
        return braid.post("/api/v1/orders/" + order + "/address-changes", Map.of("shipTo", to));
    }

    private Answer ship(String shipment, int units) {
        Map<String, Object> box = Map.of(
                "carrier", "UPS", "trackingNumber", "1Z9", "lines", List.of(Map.of("line", 1, "quantity", units)));
        return braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/ship-notices", Map.of("packages", List.of(box)), key);
    }

    @Test
    void what_is_ours_is_canceled_at_once_and_the_vendor_is_asked_for_the_rest() {
        Answer placed = world.place(mug, 2, lamp, 1);
        String order = placed.text("/orderNumber");

        Answer canceled = done(cancel(order));

        assertThat(canceled.json().at("/lines").findValuesAsString("canceled")).containsExactly("0", "1");
        String id = openRequest();
        done(braid.post("/api/v1/vendor/amendments/" + id + "/acceptance", Map.of(), key));
        Answer after = braid.get("/api/v1/orders/" + order);
        assertThat(after.text("/state")).isEqualTo("CANCELED");
        assertThat(braid.get("/api/v1/amendments?order=" + order).json().at("/items/0"))
                .isEqualTo(braid.get("/api/v1/vendor/amendments/" + id, key).json());
        assertThat(braid.post("/api/v1/vendor/amendments/" + id + "/refusal", Map.of("comment", "no"), key)
                        .text("/type"))
                .endsWith("/amendment-answered");
    }

    @Test
    void a_refusal_leaves_everything_and_says_why_to_both() {
        String order = world.place(mug, 2).text("/orderNumber");
        done(cancel(order));
        assertThat(cancel(order).text("/type")).endsWith("/nothing-to-cancel");
        String id = openRequest();

        assertThat(braid.post("/api/v1/vendor/amendments/" + id + "/refusal", Map.of(), key)
                        .status())
                .isEqualTo(422);
        done(braid.post("/api/v1/vendor/amendments/" + id + "/refusal", Map.of("comment", "on the belt"), key));

        Answer told = braid.get("/api/v1/amendments?order=" + order);
        assertThat(told.text("/items/0/state")).isEqualTo("REFUSED");
        assertThat(told.text("/items/0/comment")).isEqualTo("on the belt");
        assertThat(braid.get("/api/v1/orders/" + order).text("/state")).isEqualTo("ROUTED");
    }

    @Test
    void shipped_wins_over_a_crossing_cancellation_in_both_views() {
        Answer placed = world.place(mug, 2);
        String order = placed.text("/orderNumber");
        done(cancel(order));
        String id = openRequest();

        done(ship(placed.text("/shipments/0/shipmentNumber"), 2));

        assertThat(braid.get("/api/v1/amendments?order=" + order).text("/items/0/state"))
                .isEqualTo("TOO_LATE");
        assertThat(braid.get("/api/v1/vendor/amendments/" + id, key).text("/state"))
                .isEqualTo("TOO_LATE");
        assertThat(done(braid.post("/api/v1/vendor/amendments/" + id + "/acceptance", Map.of(), key))
                        .text("/state"))
                .isEqualTo("TOO_LATE");
        assertThat(braid.get("/api/v1/orders/" + order).text("/state")).isEqualTo("SHIPPED");
    }

    @Test
    void shipping_and_accepting_at_once_end_in_one_of_two_truths() throws Exception {
        for (int round = 0; round < 10; round++) {
            Answer placed = world.place(mug, 1);
            String order = placed.text("/orderNumber");
            done(cancel(order));
            String id = openRequest();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                Future<Answer> shipping = two.submit(() -> ship(placed.text("/shipments/0/shipmentNumber"), 1));
                Future<Answer> accepting =
                        two.submit(() -> braid.post("/api/v1/vendor/amendments/" + id + "/acceptance", Map.of(), key));

                String state = accepting.get().text("/state");
                boolean shipped = shipping.get().status() == 201;

                assertThat(state).isEqualTo(shipped ? "TOO_LATE" : "ACCEPTED");
                assertThat(braid.get("/api/v1/orders/" + order).text("/state"))
                        .isEqualTo(shipped ? "SHIPPED" : "CANCELED");
            }
        }
    }

    @Test
    void a_new_address_is_followed_at_once_at_home_and_by_a_vendor_once_it_agrees() {
        Answer placed = world.place(mug, 1, lamp, 1);
        String order = placed.text("/orderNumber");
        String shipment = placed.json()
                .at("/shipments")
                .valueStream()
                .filter(s -> !s.path("vendor").isNull())
                .map(s -> s.path("shipmentNumber").asString())
                .findFirst()
                .orElseThrow();
        Answer changed = done(readdress(order));

        assertThat(changed.text("/shipTo/city")).isEqualTo("Nashville");
        assertThat(braid.get("/api/v1/vendor/purchase-orders/" + shipment, key).text("/shipTo/city"))
                .isEqualTo("Memphis");
        String id = openRequest();
        assertThat(braid.get("/api/v1/vendor/amendments/" + id, key).text("/shipTo/city"))
                .isEqualTo("Nashville");
        assertThat(braid.get("/api/v1/vendor/amendments/" + id, foreignKey).status())
                .isEqualTo(404);

        done(braid.post("/api/v1/vendor/amendments/" + id + "/acceptance", Map.of(), key));

        assertThat(braid.get("/api/v1/vendor/purchase-orders/" + shipment, key).text("/shipTo/city"))
                .isEqualTo("Nashville");
        assertThat(braid.get("/api/v1/journal?order=" + order).body()).doesNotContain("Elm St");
        assertThat(braid.post("/api/v1/orders/" + order + "/address-changes", Map.of("shipTo", Map.of("name", "x")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_comes_too_late_is_stored_told_and_listed_with_the_step_that_overtook_it() {
        String order = world.place(mug, 2).text("/orderNumber");
        done(cancel(order));
        String id = openRequest();

        done(ship(order + "-1", 2));

        assertThat(braid.get("/api/v1/vendor/amendments?state=REQUESTED", key).body())
                .doesNotContain(id);
        assertThat(braid.get("/api/v1/vendor/amendments?state=TOO_LATE", key).body())
                .contains(id);
        assertThat(braid.get("/api/v1/journal?order=" + order).body()).contains("AmendmentTooLate");
    }

    @Test
    void an_accepted_address_makes_stale_what_the_vendor_read_before() {
        String order = world.place(mug, 2).text("/orderNumber");
        String path = "/api/v1/vendor/purchase-orders/" + order + "-1";
        int before = Integer.parseInt(braid.get(path, key).text("/version"));
        done(readdress(order));

        done(braid.post("/api/v1/vendor/amendments/" + openRequest() + "/acceptance", Map.of(), key));

        assertThat(braid.get(path, key).text("/version")).isEqualTo(Integer.toString(before + 1));
        assertThat(braid.get("/api/v1/vendor/activity?purchaseOrder=" + order + "-1", key)
                        .body())
                .contains("ShipmentReaddressed");
        Map<String, Object> stale = Map.of("acceptRest", true, "expectedVersion", before);
        assertThat(braid.post(path + "/acknowledgement", stale, key).text("/type"))
                .endsWith("/version-conflict");
    }

    @Test
    void an_order_goes_where_somebody_agreed_to_send_it_and_tells_what_was_asked() {
        String order = world.place(mug, 2).text("/orderNumber");
        done(readdress(order));

        Answer asked = braid.get("/api/v1/orders/" + order);
        assertThat(asked.text("/shipTo/city")).isEqualTo("Memphis");
        assertThat(asked.text("/requestedShipTo/city")).isEqualTo("Nashville");
        assertThat(asked.text("/changes/0/state")).isEqualTo("REQUESTED");
        done(ship(order + "-1", 2));

        Answer left = braid.get("/api/v1/orders/" + order);
        assertThat(left.text("/shipTo/city")).isEqualTo("Memphis");
        assertThat(left.json().has("requestedShipTo")).isFalse();
        assertThat(left.text("/changes/0/state")).isEqualTo("TOO_LATE");
        assertThat(braid.get("/api/v1/orders").text("/items/0/shipTo/city")).isEqualTo("Memphis");
        String id = left.text("/changes/0/id");
        assertThat(braid.get("/api/v1/vendor/amendments/" + id, key).body())
                .as("who will not ship there need not know it")
                .doesNotContain("Nashville");
    }

    @Test
    void a_vendor_that_lost_its_purchase_order_no_longer_sees_the_customer() {
        String order = world.place(mug, 2).text("/orderNumber");
        String path = "/api/v1/vendor/purchase-orders/" + order + "-1";
        assertThat(braid.get(path, key).body()).contains("A Shopper");

        done(braid.post("/api/v1/shipments/" + order + "-1/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED")));

        assertThat(braid.get(path, key).body()).doesNotContain("A Shopper", "1 Main St", "38103");
        assertThat(braid.get("/api/v1/vendor/purchase-orders", key).body()).doesNotContain("1 Main St");
    }
}
