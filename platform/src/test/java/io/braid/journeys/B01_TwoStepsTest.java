package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A vendor and a warehouse take the two steps; a shortfall goes elsewhere; the vendor is owed what was agreed. */
class B01_TwoStepsTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private String mug = "";
    private String lamp = "";
    private String near = "";
    private String far = "";
    private String vendorKey = "";
    private String foreignKey = "";

    @BeforeEach
    void a_vendor_in_memphis_and_our_own_warehouse_in_los_angeles() {
        mug = world.product("MUG");
        lamp = world.product("LAMP");
        String acme = world.vendor("acme");
        String bolt = world.vendor("bolt");
        near = world.vendorLocation(acme, "MEM", "38118");
        far = world.warehouse("LA", "90001");
        world.item(acme, mug, "7.25");
        world.item(acme, lamp, "0.0125");
        world.activate(acme);
        world.stock(near, mug, 10);
        world.stock(near, lamp, 10);
        world.stock(far, mug, 10);
        vendorKey = world.vendorKey(acme);
        foreignKey = world.vendorKey(bolt);
    }

    private String ordered() {
        Answer order = world.place(mug, 2, lamp, 1);
        assertThat(order.text("/shipments/0/location")).isEqualTo(near);
        return order.text("/shipments/0/shipmentNumber");
    }

    private Answer asVendor(String number, String step, Object body) {
        return braid.post("/api/v1/vendor/purchase-orders/" + number + step, body, vendorKey);
    }

    private static Map<String, Object> notice(Object... lineAndQuantity) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < lineAndQuantity.length; i += 2) {
            lines.add(Map.of("line", lineAndQuantity[i], "quantity", lineAndQuantity[i + 1]));
        }
        return Map.of(
                "packages",
                List.of(Map.of("carrier", "UPS", "service", "GROUND", "trackingNumber", "1Z999", "lines", lines)));
    }

    @Test
    void less_is_acknowledged_the_rest_goes_elsewhere_and_what_ships_is_invoiced_as_agreed() {
        String number = ordered();

        Answer acknowledged = asVendor(
                number,
                "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 1, "reason", "DAMAGED")), "acceptRest", true));

        assertThat(acknowledged.status()).isEqualTo(200);
        assertThat(acknowledged.text("/state")).isEqualTo("ACKNOWLEDGED");
        assertThat(acknowledged.text("/lines/0/canceled")).isEqualTo("1");
        Answer canceled = braid.get("/api/v1/shipments/" + number + "/canceled-items");
        assertThat(canceled.text("/items/0/number")).isEqualTo(number + "-C1");
        assertThat(canceled.text("/items/0/lines/0/reason")).isEqualTo("DAMAGED");
        assertThat(canceled.text("/items/0/disposition")).isEqualTo("REROUTED");
        String replacement = canceled.text("/items/0/replacementShipment");
        assertThat(braid.get("/api/v1/shipments/" + replacement).text("/location"))
                .isEqualTo(far);
        assertThat(world.position(near, mug).text("/items/0/onHand")).isEqualTo("9");

        Answer shipped = asVendor(number, "/ship-notices", notice(1, 1, 2, 1));

        assertThat(shipped.status()).isEqualTo(201);
        assertThat(shipped.text("/state")).isEqualTo("SHIPPED");
        assertThat(shipped.text("/shipNotices/0/packages/0/trackingNumber")).isEqualTo("1Z999");
        Answer invoices = braid.get("/api/v1/invoices?shipment=" + number);
        assertThat(invoices.json().at("/items")).hasSize(1);
        assertThat(invoices.text("/items/0/total/amount")).isEqualTo("7.26");
        assertThat(invoices.text("/items/0/lines/1/amount/amount")).isEqualTo("0.0125");
        String invoice = invoices.text("/items/0/number");
        assertThat(invoice).matches("INV-W[0-9]+-ACME-000001");
        assertThat(braid.get("/api/v1/vendor/invoices/" + invoice, vendorKey).body())
                .isEqualTo(braid.get("/api/v1/invoices/" + invoice).body());
        assertThat(types(number)).containsExactly("ShipmentOpened", "ShipmentAcknowledged", "ShipNoticeRecorded");
        assertThat(types("invoice:" + invoice)).containsExactly("InvoiceIssued");
        assertThat(braid.get("/api/v1/journal/verification?subject=" + number).text("/ok"))
                .isEqualTo("true");
    }

    private List<String> types(String subject) {
        JsonNode items = braid.get("/api/v1/journal?subject=" + subject).json().at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.at("/type").asString())
                .toList();
    }

    @Test
    void a_vendor_sees_where_to_ship_and_at_what_cost_and_nothing_of_what_was_paid() {
        String number = ordered();

        Answer order = braid.get("/api/v1/vendor/purchase-orders/" + number, vendorKey);

        assertThat(order.text("/shipTo/city")).isEqualTo("Memphis");
        assertThat(order.text("/lines/0/vendorSku")).isEqualTo("V-" + mug);
        assertThat(order.text("/lines/0/unitCost/amount")).isEqualTo("7.25");
        assertThat(order.body()).doesNotContain("14.00", "unitPrice", "shopper@example.com", "\"" + far + "\"");
        assertThat(braid.get("/api/v1/vendor/purchase-orders?state=READY", vendorKey)
                        .body())
                .contains(number)
                .doesNotContain("14.00", "unitPrice", "shopper@example.com");
    }

    @Test
    void what_is_anothers_answers_byte_for_byte_like_what_never_was() {
        String number = ordered();
        asVendor(number, "/ship-notices", notice(1, 2, 2, 1));
        String invoice = braid.get("/api/v1/invoices?shipment=" + number).text("/items/0/number");
        String never = "999999999-1";

        alike("/purchase-orders/" + number, "/purchase-orders/" + never);
        alike("/purchase-orders/" + number + "/canceled-items", "/purchase-orders/" + never + "/canceled-items");
        alike("/invoices/" + invoice, "/invoices/INV-NOBODY-000001");
        Map<String, Object> steps = Map.of(
                "/acknowledgement", Map.of("acceptRest", true),
                "/ship-notices", notice(1, 1),
                "/cancellations", Map.of("lines", List.of()));
        for (String step : steps.keySet()) {
            Object body = steps.get(step);
            Answer foreign = braid.post("/api/v1/vendor/purchase-orders/" + number + step, body, foreignKey);
            Answer missing = braid.post("/api/v1/vendor/purchase-orders/" + never + step, body, foreignKey);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(missing.body());
        }
        assertThat(braid.get("/api/v1/vendor/purchase-orders", foreignKey)
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(braid.get("/api/v1/vendor/invoices", foreignKey).json().at("/items"))
                .isEmpty();
    }

    private void alike(String foreignPath, String missingPath) {
        Answer foreign = braid.get("/api/v1/vendor" + foreignPath, foreignKey);
        Answer missing = braid.get("/api/v1/vendor" + missingPath, foreignKey);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(missing.headers().map().keySet());
    }

    @Test
    void what_cannot_be_is_refused_with_its_place_and_changes_nothing() {
        String number = ordered();
        String path = "/api/v1/shipments/" + number;

        refused(422, "quantity-exceeds-offer", "/lines/0/accepted", path + "/acknowledgement", reply(1, 3));
        refused(422, "line-not-answered", "/lines", path + "/acknowledgement", reply(1, 2));
        refused(
                422,
                "invalid-request",
                "/lines/0/reason",
                path + "/acknowledgement",
                Map.of(
                        "lines",
                        List.of(Map.of("line", 1, "accepted", 1, "reason", "ORDER_CANCELED")),
                        "acceptRest",
                        true));
        refused(422, "overshipped", "/packages/0/lines/0/quantity", path + "/ship-notices", notice(1, 3));
        refused(422, "nothing-to-ship", null, path + "/ship-notices", Map.of("packages", List.of()));
        refused(
                409,
                "not-acknowledged-yet",
                null,
                path + "/cancellations",
                Map.of("lines", List.of(Map.of("line", 1, "quantity", 1, "reason", "DAMAGED"))));
        refused(400, null, null, path + "/ship-notices", Map.of("packages", List.of(), "surprise", 1));
        assertThat(braid.get(path).text("/version")).isEqualTo("1");
        assertThat(world.position(near, mug).text("/items/0/reserved")).isEqualTo("2");
    }

    private static Map<String, Object> reply(int line, int accepted) {
        return Map.of("lines", List.of(Map.of("line", line, "accepted", accepted)));
    }

    private void refused(int status, @Nullable String problem, @Nullable String pointer, String path, Object body) {
        Answer answer = braid.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (problem != null) {
            assertThat(answer.text("/type")).isEqualTo("/problems/" + problem);
        }
        if (pointer != null) {
            assertThat(answer.text("/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
        }
    }

    @Test
    void the_version_read_is_the_version_decided_on() {
        String number = ordered();
        String path = "/api/v1/shipments/" + number + "/acknowledgement";
        String etag = braid.get("/api/v1/shipments/" + number).header("ETag");

        Answer first = braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY)
                .header("If-Match", etag)
                .POST(BodyPublishers.ofString("{\"acceptRest\":true}")));
        Answer second = braid.post(path, Map.of("acceptRest", true, "expectedVersion", 1));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/type")).isEqualTo("/problems/version-conflict");
        assertThat(second.text("/currentVersion")).isEqualTo("2");
    }

    @Test
    void a_repeated_notice_is_answered_and_not_shipped_again() {
        String number = ordered();
        Map<String, Object> once =
                Map.of("noticeNumber", "ASN-1", "packages", notice(1, 1).get("packages"));
        Map<String, Object> other =
                Map.of("noticeNumber", "ASN-1", "packages", notice(2, 1).get("packages"));

        assertThat(asVendor(number, "/ship-notices", once).status()).isEqualTo(201);
        assertThat(asVendor(number, "/ship-notices", once).status()).isEqualTo(200);
        assertThat(asVendor(number, "/ship-notices", other).text("/type")).isEqualTo("/problems/duplicate-notice");
        assertThat(braid.get("/api/v1/vendor/invoices?shipment=" + number, vendorKey)
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void lists_are_filtered_and_turned_page_by_page() {
        List<String> numbers = List.of(ordered(), ordered(), ordered());
        done(asVendor(numbers.get(1), "/acknowledgement", Map.of("acceptRest", true)));

        Answer first = braid.get("/api/v1/shipments?location=" + near + "&limit=2");
        Answer second =
                braid.get("/api/v1/shipments?location=" + near + "&limit=2&cursor=" + first.text("/nextCursor"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.text("/items/0/shipmentNumber")).isEqualTo(numbers.get(2));
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        assertThat(braid.get("/api/v1/shipments?location=" + near + "&state=ACKNOWLEDGED&slaStatus=ON_TIME")
                        .text("/items/0/shipmentNumber"))
                .isEqualTo(numbers.get(1));
        assertThat(braid.get("/api/v1/shipments?nonsense=1").status()).isEqualTo(400);
        assertThat(braid.get("/api/v1/shipments?state=NONSENSE").status()).isEqualTo(422);
        assertThat(braid.get("/api/v1/journal?order=" + numbers.getFirst().split("-")[0])
                        .json()
                        .at("/items"))
                .hasSize(2);
    }
}
