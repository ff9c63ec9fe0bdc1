package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * H02: what changes while orders are open. The way of integration, the price, the selling price and the vendor's state
 * may all change; what a vendor has in hand stays workable, and is billed as it was agreed when it was assigned.
 */
class H02_OpenOrdersTest {
    private static final String ORDERS = "/api/v1/vendor/purchase-orders/";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String mug = world.product("MUG");
    private final String acme = world.vendor("acme");
    private final String vendor = "/api/v1/vendors/" + acme;
    private final String key = world.vendorKey(acme);

    @BeforeEach
    void the_vendor_is_active_and_has_stock() {
        String location = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(location, mug, 100);
    }

    private String open() {
        return open("14.00");
    }

    private String open(String sellingPrice) {
        Map<String, Object> order = world.orderFor(mug, 2);
        order.put("lines", List.of(Map.of("line", 1, "sku", mug, "quantity", 2, "unitPrice", World.usd(sellingPrice))));
        String number = done(braid.post("/api/v1/orders", order)).text("/shipments/0/shipmentNumber");
        assertThat(number).isNotEmpty();
        return number;
    }

    private void acknowledge(String number) {
        done(braid.post(ORDERS + number + "/acknowledgement", Map.of("lines", List.of(), "acceptRest", true), key));
    }

    private void ship(String number) {
        Map<String, Object> packet = Map.of(
                "carrier",
                "UPS",
                "service",
                "GROUND",
                "trackingNumber",
                "1Z" + number,
                "lines",
                List.of(Map.of("line", 1, "quantity", 2)));
        done(braid.post(ORDERS + number + "/ship-notices", Map.of("packages", List.of(packet)), key));
    }

    private Answer invoice(String number) {
        Answer invoices = done(braid.get("/api/v1/vendor/invoices?shipment=" + number, key));
        assertThat(invoices.json().at("/items").size()).as(invoices.body()).isEqualTo(1);
        return invoices;
    }

    @Test
    void the_way_of_integration_changes_with_open_orders_and_nothing_is_lost() {
        String first = open();
        String second = open();
        acknowledge(second);
        Answer items = braid.get("/api/v1/vendor/items", key);
        Answer locations = braid.get("/api/v1/vendor/locations", key);

        Answer edi = done(braid.put(vendor + "/integration", Map.of("mode", "EDI")));
        assertThat(edi.text("/mode")).isEqualTo("EDI");
        acknowledge(first);
        ship(first);
        done(braid.put("/api/v1/vendor/integration", Map.of("mode", "API"), key));
        ship(second);
        String third = open();
        acknowledge(third);
        Answer back = done(braid.put("/api/v1/vendor/integration", Map.of("mode", "PORTAL"), key));
        ship(third);

        assertThat(braid.get("/api/v1/vendor/items", key).body()).isEqualTo(items.body());
        assertThat(braid.get("/api/v1/vendor/locations", key).body()).isEqualTo(locations.body());
        assertThat(braid.get("/api/v1/vendor/purchase-orders?limit=10", key)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
        for (String number : List.of(first, second, third)) {
            assertThat(braid.get(ORDERS + number, key).text("/state")).isEqualTo("SHIPPED");
        }
        List<JsonNode> switches = braid.get("/api/v1/journal?subject=vendor:" + acme + "&limit=100")
                .json()
                .at("/items")
                .valueStream()
                .filter(entry -> entry.at("/type").asString().equals("VendorIntegrationSwitched"))
                .toList();
        assertThat(switches)
                .extracting(entry -> entry.at("/data/integration/from").asString() + " to "
                        + entry.at("/data/integration/to").asString())
                .containsExactly("PORTAL to EDI", "EDI to API", "API to PORTAL");
        int version = back.json().at("/version").asInt();
        assertThat(braid.put(vendor + "/integration", Map.of("mode", "EDI", "expectedVersion", version - 1))
                        .text("/type"))
                .isEqualTo("/problems/version-conflict");
        assertThat(braid.put(vendor + "/integration", Map.of("mode", "FAX")).status())
                .isEqualTo(422);
    }

    @Test
    void a_new_price_is_for_the_next_order_and_not_for_an_open_one() {
        String before = open();
        done(braid.post(
                vendor + "/items",
                Map.of("vendorSku", "V-" + mug, "sku", mug, "unitCost", World.usd("9.10"), "validFrom", "2026-11-23")));
        String after = open();
        for (String number : List.of(before, after)) {
            acknowledge(number);
            ship(number);
        }

        assertThat(invoice(before).text("/items/0/lines/0/unitCost/amount")).isEqualTo("7.25");
        assertThat(invoice(before).text("/items/0/total/amount")).startsWith("14.5");
        assertThat(invoice(after).text("/items/0/lines/0/unitCost/amount")).startsWith("9.1");
        assertThat(braid.get(ORDERS + before, key).text("/lines/0/unitCost/amount"))
                .isEqualTo("7.25");
        assertThat(braid.get("/api/v1/vendor/items/" + mug + "/prices", key)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void what_the_customer_pays_changes_not_a_byte_of_the_invoice() {
        List<String> invoices = new ArrayList<>();
        for (String price : List.of("14.00", "99.99", "0.01")) {
            String number = open(price);
            acknowledge(number);
            ship(number);
            String body = invoice(number).body();
            String own = invoice(number).text("/items/0/number");
            invoices.add(
                    body.replace(own, "INVOICE").replace(number, "SHIPMENT").replace(order(number), "ORDER"));
        }

        assertThat(invoices.get(1)).isEqualTo(invoices.get(0));
        assertThat(invoices.get(2)).isEqualTo(invoices.get(0));
    }

    private static String order(String shipment) {
        return shipment.substring(0, shipment.indexOf('-'));
    }

    @Test
    void a_deactivated_vendor_gets_no_new_orders_and_finishes_its_open_ones() {
        String number = open();
        done(braid.post(vendor + "/deactivation", Map.of()));

        Answer next = done(braid.post("/api/v1/orders", world.orderFor(mug, 1)));
        assertThat(next.json().at("/shipments").size()).as(next.body()).isZero();
        acknowledge(number);
        ship(number);
        assertThat(invoice(number).text("/items/0/total/amount")).startsWith("14.5");
        assertThat(done(braid.get("/api/v1/vendor/profile", key)).text("/vendor"))
                .isEqualTo(acme);
    }

    /** Every page a vendor can open, after an order of which every secret has a mark. */
    @Test
    void no_page_of_the_vendor_shows_what_the_customer_paid_or_who_it_is() {
        String rival = world.vendor("rival");
        world.vendorLocation(rival, "RIV", "98101");
        world.item(rival, mug, "6.66");
        Map<String, Object> order = world.orderFor(mug, 2);
        order.put("lines", List.of(Map.of("line", 1, "sku", mug, "quantity", 2, "unitPrice", World.usd("8675309.42"))));
        order.put("customer", Map.of("name", "A Shopper", "email", "canary-mail@example.com"));
        String number = done(braid.post("/api/v1/orders", order)).text("/shipments/0/shipmentNumber");
        acknowledge(number);
        ship(number);
        String invoice = invoice(number).text("/items/0/number");
        JsonNode paths = braid.get("/api/v1/openapi.json").json().at("/paths");
        List<String> opened = new ArrayList<>();
        paths.propertyNames().stream()
                .filter(path ->
                        path.startsWith("/api/v1/vendor/") && paths.get(path).has("get"))
                .map(path -> path.replaceAll("(?<=purchase-orders/)\\{[a-z]+}", number)
                        .replaceAll("(?<=invoices/)\\{[a-z]+}", invoice)
                        .replace("{sku}", mug)
                        .replace("{location}", world.named("MEM"))
                        .replaceAll("\\{[a-zA-Z]+}", world.named("MEM")))
                .forEach(path -> {
                    Answer page = braid.get(path, key);
                    assertThat(page.status()).as(path).isNotEqualTo(500);
                    assertThat(page.body())
                            .as(path)
                            .doesNotContain("8675309", "canary-mail", "unitPrice", "6.66", rival);
                    if (page.status() == 200) {
                        opened.add(path);
                    }
                });
        assertThat(opened).hasSizeGreaterThan(12);
    }
}
