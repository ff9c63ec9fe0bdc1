package io.braid.sla;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.kernel.VendorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a vendor's shipments come to: counted from what happened, weighed as set, explained shipment by shipment. */
class ScorecardTest {
    private static final String SETTINGS = "/api/v1/scorecard/settings";
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);

    @AfterAll
    static void stop() {
        braid.close();
    }

    private String vendor(String name) {
        return world.vendor(name);
    }

    /** A vendor alone with a product, so that every order of it is that vendor's. */
    private String shop(String vendor, String product) {
        String sku = world.product(product);
        String location = world.vendorLocation(vendor, "L" + product, "38118");
        world.item(vendor, sku, "7.25");
        world.activate(vendor);
        world.stock(location, sku, 1_000);
        return sku;
    }

    private String ordered(String sku, int units) {
        return world.place(sku, units).text("/shipments/0/shipmentNumber");
    }

    private static void acknowledge(String number, int accepted, String reason) {
        Map<String, Object> line = new HashMap<>(Map.of("line", 1, "accepted", accepted));
        if (!reason.isEmpty()) {
            line.put("reason", reason);
        }
        done(braid.post("/api/v1/shipments/" + number + "/acknowledgement", Map.of("lines", List.of(line))));
    }

    private static void ship(String number, int units) {
        done(braid.post(
                "/api/v1/shipments/" + number + "/ship-notices",
                Map.of(
                        "packages",
                        List.of(Map.of(
                                "carrier",
                                "UPS",
                                "trackingNumber",
                                "1Z",
                                "lines",
                                List.of(Map.of("line", 1, "quantity", units)))))));
    }

    private static JsonNode metric(Answer card, String name) {
        for (JsonNode one : card.json().at("/metrics")) {
            if (one.at("/metric").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name + " is not in " + card.body());
    }

    private static String told(Answer card, String name) {
        JsonNode metric = metric(card, name);
        return metric.at("/good").asInt() + " of " + metric.at("/counted").asInt();
    }

    private static List<String> behind(String path, String key) {
        List<String> numbers = new ArrayList<>();
        done(braid.get(path, key))
                .json()
                .at("/items")
                .forEach(s -> numbers.add(s.at("/shipmentNumber").asString()));
        return numbers;
    }

    @Test
    void a_card_counts_what_happened_and_names_the_shipments_behind_it() {
        braid.clock().turnTo(Instant.parse("2026-11-23T17:00:00Z"));
        String acme = vendor("acme");
        String mug = shop(acme, "MUG");
        String key = world.vendorKey(acme);
        String good = ordered(mug, 4);
        String less = ordered(mug, 4);
        String late = ordered(mug, 4);
        String dropped = ordered(mug, 4);
        acknowledge(good, 4, "");
        ship(good, 4);
        acknowledge(less, 2, "DAMAGED");
        acknowledge(dropped, 4, "");
        done(braid.post(
                "/api/v1/shipments/" + dropped + "/cancellations",
                Map.of("lines", List.of(Map.of("line", 1, "quantity", 1, "reason", "DAMAGED")))));
        braid.clock().turn(Duration.ofDays(3));
        acknowledge(late, 4, "");
        ship(less, 2);

        Answer card = done(braid.get("/api/v1/vendors/" + acme + "/scorecard"));

        assertThat(told(card, "ACKNOWLEDGE_TIME")).isEqualTo("3 of 4");
        assertThat(told(card, "ON_TIME_SHIPPING"))
                .as("one in time, one late, two overdue")
                .isEqualTo("1 of 4");
        assertThat(told(card, "ITEM_ACCEPTANCE")).isEqualTo("14 of 16");
        assertThat(told(card, "CANCELLATION")).isEqualTo("13 of 14");
        assertThat(metric(card, "CANCELLATION").at("/standing").asString()).isEqualTo("COUNTED");
        assertThat(metric(card, "INVOICE_MATCH").at("/standing").asString()).isEqualTo("NOTHING_TO_COUNT");
        assertThat(metric(card, "RETURN_RATE").at("/value").isNull()).isTrue();
        assertThat(metric(card, "RETURN_RATE").at("/standing").asString()).isEqualTo("NOT_KNOWN_YET");
        // (20 * 7.5 + 35 * 2.5 + 20 * 8.75 + 15 * 9.2857) / 90
        assertThat(card.text("/score")).isEqualTo("6.13");
        assertThat(card.text("/category")).isEqualTo("MEDIUM");
        String drill = "/scorecard/shipments?metric=";
        assertThat(behind("/api/v1/vendors/" + acme + drill + "ACKNOWLEDGE_TIME", BraidUnderTest.OPERATOR_KEY))
                .containsExactly(late);
        assertThat(behind("/api/v1/vendor" + drill + "ON_TIME_SHIPPING&side=GOOD", key))
                .containsExactly(good);
        assertThat(behind("/api/v1/vendor" + drill + "CANCELLATION", key)).containsExactly(dropped);
        Answer first = done(braid.get("/api/v1/vendor" + drill + "ON_TIME_SHIPPING&limit=2", key));
        assertThat(behind(
                        "/api/v1/vendor" + drill + "ON_TIME_SHIPPING&limit=2&cursor=" + first.text("/nextCursor"), key))
                .containsExactly(dropped);
        assertThat(done(braid.get("/api/v1/vendor/scorecard", key)).text("/score"))
                .isEqualTo("6.13");
        assertThat(braid.bean(Scorecards.class).scores(List.of(new VendorCode(acme))))
                .hasEntrySatisfying(
                        new VendorCode(acme), score -> assertThat(score).isEqualByComparingTo("6.13"));

        braid.clock().turn(Duration.ofDays(100));
        braid.bean(Scorecards.class).recompute(braid.clock().instant());
        assertThat(braid.bean(Scorecards.class).scores(List.of(new VendorCode(acme))))
                .as("the past is past")
                .doesNotContainKey(new VendorCode(acme));
    }

    @Test
    void routing_goes_by_the_score_as_soon_as_it_was_shown() {
        braid.clock().turnTo(Instant.parse("2026-11-23T17:00:00Z"));
        String slow = vendor("slow");
        String rug = shop(slow, "RUG");
        String own = world.warehouse("OWN", "90001");
        world.stock(own, rug, 100);
        String late = ordered(rug, 1);
        braid.clock().turn(Duration.ofDays(3));
        acknowledge(late, 1, "");
        assertThat(suggested(rug)).isNotEqualTo(own);

        assertThat(done(braid.get("/api/v1/vendors/" + slow + "/scorecard")).text("/category"))
                .isEqualTo("LOW");

        assertThat(suggested(rug)).isEqualTo(own);
    }

    /** Where an order would go if locations with a score below five were left out. */
    private String suggested(String sku) {
        Map<String, Object> notBad =
                Map.of("none", List.of(Map.of("field", "location.score", "operator", "LESS", "value", 5)));
        Map<String, Object> strategy = Map.of(
                "name",
                "scored",
                "routes",
                List.of(Map.of(
                        "fulfillmentType",
                        "SHIP",
                        "scenarios",
                        List.of(Map.of(
                                "name",
                                "not bad",
                                "locations",
                                Map.of("kinds", List.of("WAREHOUSE", "VENDOR")),
                                "filters",
                                List.of(notBad),
                                "assignment",
                                Map.of("mode", "FIRST_FIT"),
                                "sorts",
                                List.of(Map.of("field", "distanceKm", "direction", "ASC")))))));
        Map<String, Object> trial = new HashMap<>(world.orderFor(sku, 1));
        trial.put("strategy", strategy);
        return done(braid.post("/api/v1/routing/suggestions", trial)).text("/shipments/0/location");
    }

    @Test
    void a_vendor_without_shipments_has_no_score_and_sees_nobody_elses() {
        String bolt = vendor("bolt");
        Answer card = done(braid.get("/api/v1/vendor/scorecard", world.vendorKey(bolt)));

        assertThat(card.json().at("/score").isNull()).isTrue();
        assertThat(card.text("/vendor")).isEqualTo(bolt);
        assertThat(braid.get("/api/v1/vendors/nobody/scorecard").status()).isEqualTo(404);
        assertThat(braid.get("/api/v1/vendors/" + bolt + "/scorecard", world.vendorKey(bolt))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void settings_that_make_no_sense_are_refused_with_a_place() {
        int version = Integer.parseInt(done(braid.get(SETTINGS)).text("/version"));

        refused("/weights", Map.of("ON_TIME_SHIPPING", 99), 8, 5, 90);
        refused("/weights/KINDNESS", Map.of("KINDNESS", 100), 8, 5, 90);
        refused("/weights/CANCELLATION", Map.of("ON_TIME_SHIPPING", 101, "CANCELLATION", -1), 8, 5, 90);
        refused("/medium", Map.of("ON_TIME_SHIPPING", 100), 5, 8, 90);
        refused("/high", Map.of("ON_TIME_SHIPPING", 100), 11, 5, 90);
        refused("/periodDays", Map.of("ON_TIME_SHIPPING", 100), 8, 5, 0);
        assertThat(done(braid.get(SETTINGS)).text("/version")).isEqualTo(Integer.toString(version));

        Map<String, Object> body = Map.of(
                "weights",
                Map.of("ON_TIME_SHIPPING", 100),
                "high",
                9,
                "medium",
                4.5,
                "periodDays",
                30,
                "expectedVersion",
                version);
        assertThat(done(braid.put(SETTINGS, body)).text("/version")).isEqualTo(Integer.toString(version + 1));
        assertThat(braid.put(SETTINGS, body).status()).as("stale").isEqualTo(409);
        Map<String, Integer> standard = Map.of(
                "ACKNOWLEDGE_TIME",
                20,
                "ON_TIME_SHIPPING",
                35,
                "ITEM_ACCEPTANCE",
                20,
                "CANCELLATION",
                15,
                "INVOICE_MATCH",
                10);
        done(braid.put(SETTINGS, Map.of("weights", standard, "high", 8, "medium", 5, "periodDays", 90)));
    }

    private static void refused(String pointer, Map<String, Integer> weights, int high, int medium, int days) {
        Answer answer =
                braid.put(SETTINGS, Map.of("weights", weights, "high", high, "medium", medium, "periodDays", days));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + pointer + "\"");
    }
}
