package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A location that does not answer loses the shipment to another one; a day's place that was not used is given back. */
class C02_WithdrawalTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private String mug = "";
    private String near = "";
    private String far = "";
    private String vendorKey = "";

    @BeforeEach
    void a_vendor_in_memphis_and_our_own_warehouse_in_los_angeles() {
        mug = world.product("MUG");
        String acme = world.vendor("acme");
        near = world.location("MEM", "VENDOR", "38118", Map.of("vendor", acme));
        far = world.warehouse("LA", "90001");
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(near, mug, 10);
        world.stock(far, mug, 10);
        vendorKey = world.vendorKey(acme);
    }

    private Answer withdraw(String shipment, Map<String, ?> body) {
        return braid.post("/api/v1/shipments/" + shipment + "/withdrawal", body);
    }

    private Answer asVendor(String shipment, String step, Map<String, ?> body) {
        return braid.post("/api/v1/vendor/purchase-orders/" + shipment + step, body, vendorKey);
    }

    private String shipment(Answer order, String location) {
        assertThat(order.text("/shipments/0/location")).isEqualTo(location);
        return order.text("/shipments/0/shipmentNumber");
    }

    @Test
    void a_shipment_nobody_answers_goes_to_the_next_location_and_a_late_answer_is_refused_with_what_happened() {
        Answer order = world.place(mug, 2);
        String silent = shipment(order, near);
        String number = order.text("/orderNumber");

        Answer withdrawn = withdraw(silent, Map.of("reason", "NOT_ACKNOWLEDGED"));

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.text("/state")).isEqualTo("REASSIGNED");
        Answer record = braid.get("/api/v1/shipments/" + silent + "/canceled-items");
        assertThat(record.text("/items/0/disposition")).isEqualTo("REROUTED");
        assertThat(record.text("/items/0/lines/0/reason")).isEqualTo("NOT_ACKNOWLEDGED");
        String replacement = record.text("/items/0/replacementShipment");
        assertThat(braid.get("/api/v1/shipments/" + replacement).text("/location"))
                .isEqualTo(far);
        assertThat(braid.get("/api/v1/orders/" + number).text("/state")).isEqualTo("ROUTED");
        Answer decisions = braid.get("/api/v1/orders/" + number + "/decisions");
        assertThat(decisions.text("/items/1/reason")).isEqualTo("WITHDRAWAL");
        assertThat(decisions.body()).contains("Not " + near + ": gave up units of it in shipment ");
        assertThat(world.position(near, mug).text("/items/0/reserved")).isEqualTo("0");
        assertThat(world.position(near, mug).text("/items/0/onHand")).isEqualTo("10");

        Answer late = asVendor(silent, "/acknowledgement", Map.of("acceptRest", true));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/type")).isEqualTo("/problems/shipment-closed");
        assertThat(late.text("/detail")).contains("given to another location");
    }

    @Test
    void what_cannot_be_withdrawn_is_refused_and_stays() {
        String acknowledged = shipment(world.place(mug, 1), near);
        done(asVendor(acknowledged, "/acknowledgement", Map.of("acceptRest", true)));

        assertThat(withdraw(acknowledged, Map.of("reason", "NOT_ACKNOWLEDGED")).text("/type"))
                .isEqualTo("/problems/already-acknowledged");
        assertThat(withdraw("999999999-1", Map.of("reason", "NOT_ACKNOWLEDGED")).status())
                .isEqualTo(404);
        assertThat(withdraw(acknowledged, Map.of()).text("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(withdraw(acknowledged, Map.of("reason", "ORDER_CANCELED")).status())
                .isEqualTo(422);
        String ready = shipment(world.place(mug, 1), near);
        assertThat(withdraw(ready, Map.of("reason", "OTHER")).text("/errors/0/pointer"))
                .isEqualTo("/note");
        assertThat(braid.post(
                                "/api/v1/shipments/" + ready + "/withdrawal",
                                Map.of("reason", "NOT_ACKNOWLEDGED"),
                                vendorKey)
                        .status())
                .isIn(403, 404);
        assertThat(braid.get("/api/v1/shipments/" + ready).text("/version")).isEqualTo("1");
    }

    @Test
    void a_place_in_the_day_that_was_not_used_is_given_back() {
        String store = world.location("SHOP", "STORE", "38103", Map.of("dailyCapacity", 1));
        world.stock(store, mug, 10);
        String first = shipment(world.place(mug, 1), store);
        shipment(world.place(mug, 1), near);

        done(braid.post(
                "/api/v1/shipments/" + first + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 0, "reason", "CANNOT_SHIP_IN_TIME")))));
        String second = shipment(world.place(mug, 1), store);
        done(withdraw(second, Map.of("reason", "NOT_ACKNOWLEDGED")));
        String third = shipment(world.place(mug, 1), store);
        done(braid.post("/api/v1/shipments/" + third + "/acknowledgement", Map.of("acceptRest", true)));
        done(braid.post(
                "/api/v1/shipments/" + third + "/cancellations",
                Map.of("lines", List.of(Map.of("line", 1, "quantity", 1, "reason", "DAMAGED")))));

        shipment(world.place(mug, 1), store);
        shipment(world.place(mug, 1), near);
    }
}
