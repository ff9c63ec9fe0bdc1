package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a shipment was meant to travel stays with it; its vendor knows the service, never what that costs us. */
class P03_PlannedCarriageTest {
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);
    private String mug = "";
    private String acme = "";
    private String key = "";
    private String memphis = "";

    @BeforeEach
    void a_vendor_in_memphis_and_a_strategy_that_asks_what_shipping_costs() {
        mug = world.product("MUG");
        acme = world.vendor("acme");
        memphis = world.location("MEM", "VENDOR", "38118", Map.of("vendor", acme));
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(memphis, mug, 10);
        key = world.vendorKey(acme);
        strategy("shippingCost");
    }

    @AfterAll
    static void stop() {
        braid.close();
    }

    private static void strategy(String sort) {
        Map<String, Object> scenario = Map.of(
                "name",
                "first",
                "assignment",
                Map.of("mode", "FIRST_FIT", "splitLines", true, "splitUnits", true),
                "sorts",
                List.of(Map.of("field", sort, "direction", "ASC")));
        Answer drafted = done(braid.post(
                "/api/v1/routing/strategies",
                Map.of(
                        "name",
                        "cheapest",
                        "shortfall",
                        "REROUTE",
                        "routes",
                        List.of(Map.of(
                                "fulfillmentType", "SHIP", "scenarios", List.of(scenario), "finally", "BACKORDER")))));
        done(braid.post("/api/v1/routing/strategies/" + drafted.text("/id") + "/promotion", Map.of()));
    }

    private static String carriage(Answer shipment, String at) {
        return shipment.json().at(at).toString();
    }

    @Test
    void the_operator_reads_service_cost_and_day_of_every_shipment() {
        String shipment = world.place(mug, 1).text("/shipments/0/shipmentNumber");
        String planned = "{\"carrier\":\"SAMPLE\",\"service\":\"GROUND\","
                + "\"cost\":{\"amount\":\"8.38\",\"currency\":\"USD\"},\"promiseDate\":\"2026-11-24\"}";

        assertThat(carriage(braid.get("/api/v1/shipments/" + shipment), "/carriage"))
                .isEqualTo(planned);
        assertThat(carriage(braid.get("/api/v1/shipments?location=" + memphis), "/items/0/carriage"))
                .isEqualTo(planned);
        Answer withdrawn =
                done(braid.post("/api/v1/shipments/" + shipment + "/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED")));
        assertThat(carriage(withdrawn, "/carriage")).isEqualTo(planned);
    }

    @Test
    void its_vendor_reads_the_service_and_nothing_else_wherever_it_looks() {
        String shipment = world.place(mug, 1).text("/shipments/0/shipmentNumber");
        String path = "/api/v1/vendor/purchase-orders";

        Answer one = done(braid.get(path + "/" + shipment, key));
        Answer list = done(braid.get(path, key));
        Answer step = done(braid.post(path + "/" + shipment + "/acknowledgement", Map.of("acceptRest", true), key));

        for (Answer answer : List.of(one, list, step)) {
            assertThat(answer.body())
                    .contains("\"carriage\":{\"carrier\":\"SAMPLE\",\"service\":\"GROUND\"}")
                    .doesNotContain("8.38", "promiseDate", "2026-11-24\"");
        }
        List<Map<String, Object>> seen = braid.bean(VendorReads.class)
                .as(
                        new VendorScope(new VendorCode(acme)),
                        jdbc -> jdbc.sql("select cost from shipment_freight")
                                .query()
                                .listOfRows());
        assertThat(seen).isEmpty();
    }

    @Test
    void a_ship_notice_may_name_another_carrier_and_the_plan_stays_what_it_was() {
        String shipment = world.place(mug, 1).text("/shipments/0/shipmentNumber");

        Answer shipped = done(braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/ship-notices",
                Map.of(
                        "packages",
                        List.of(Map.of(
                                "carrier",
                                "UPS",
                                "service",
                                "2DAY",
                                "trackingNumber",
                                "1Z",
                                "lines",
                                List.of(Map.of("line", 1, "quantity", 1))))),
                key));

        assertThat(shipped.text("/state")).isEqualTo("SHIPPED");
        Answer read = braid.get("/api/v1/shipments/" + shipment);
        assertThat(read.text("/carriage/carrier")).isEqualTo("SAMPLE");
        assertThat(read.text("/shipNotices/0/packages/0/carrier")).isEqualTo("UPS");
    }

    @Test
    void whoever_takes_over_or_serves_what_waited_has_its_own_plan() {
        String shipment = world.place(mug, 1).text("/shipments/0/shipmentNumber");
        String newYork = world.warehouse("NYC", "10001");
        world.stock(newYork, mug, 1);

        done(braid.post("/api/v1/shipments/" + shipment + "/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED")));

        Answer record = braid.get("/api/v1/shipments/" + shipment + "/canceled-items");
        Answer next = braid.get("/api/v1/shipments/" + record.text("/items/0/replacementShipment"));
        assertThat(next.text("/location")).isEqualTo(newYork);
        assertThat(next.text("/carriage/service")).isEqualTo("GROUND");
        assertThat(next.text("/carriage/cost/amount")).isEqualTo("10.02");
    }

    @Test
    void a_strategy_that_does_not_ask_what_shipping_costs_plans_none() {
        strategy("distanceKm");
        String shipment = world.place(mug, 1).text("/shipments/0/shipmentNumber");
        assertThat(braid.get("/api/v1/shipments/" + shipment)
                        .json()
                        .at("/carriage")
                        .isNull())
                .isTrue();
    }
}
