package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stock, over HTTP. */
class InventoryHttpTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Shelves shelves = Shelves.of(braid);
    private final String mug = shelves.sku(0);
    private final String memphis = shelves.location("MEM", null, 35.1, -90.0);

    @Test
    void a_count_answers_the_position_with_its_version_as_etag() {
        Answer answer = put(
                mug,
                Map.of(
                        "onHand", 12,
                        "safetyStock", 2,
                        "incoming", List.of(Map.of("quantity", 40, "date", "2026-12-01"))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.body())
                .startsWith("{\"location\":\"" + memphis + "\",\"sku\":\"" + mug + "\",\"upc\":\"")
                .contains("\"onHand\":12,\"reserved\":0,\"safetyStock\":2,\"available\":10")
                .contains("\"incoming\":[{\"quantity\":40,\"date\":\"2026-12-01\"}]")
                .contains("\"source\":\"API\",\"asOf\":\"")
                .endsWith("\"version\":2,\"applied\":true}");
        assertThat(braid.get("/api/v1/inventory?location=" + memphis + "&sku=" + mug)
                        .text("/items/0/onHand"))
                .isEqualTo("12");
    }

    @Test
    void an_older_count_is_ignored_and_says_so() {
        put(mug, Map.of("onHand", 12));

        Answer late = put(mug, Map.of("onHand", 3, "asOf", "2026-01-01T00:00:00Z"));

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text("/applied")).isEqualTo("false");
        assertThat(late.text("/onHand")).isEqualTo("12");
    }

    @Test
    void a_stale_version_is_refused_with_the_current_one() {
        put(mug, Map.of("onHand", 12));

        Answer answer = braid.send(braid.request(path(mug), BraidUnderTest.OPERATOR_KEY)
                .header("If-Match", "\"1\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"onHand\":5}")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/type")).isEqualTo("/problems/version-conflict");
        assertThat(answer.text("/currentVersion")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                         | 422 | /onHand
            {"onHand":-1}                                              | 422 | /onHand
            {"onHand":100000001}                                       | 422 | /onHand
            {"onHand":1000000000000}                                   | 400 | /onHand
            {"onHand":1.5}                                             | 400 | /onHand
            {"onHand":"5"}                                             | 400 | /onHand
            {"onHand":5,"safetyStock":-1}                              | 422 | /safetyStock
            {"onHand":5,"surprise":1}                                  | 400 | /surprise
            {"onHand":5,"asOf":"2030-01-01T00:00:00Z"}                 | 422 | /asOf
            {"onHand":5,"asOf":"-9999-01-01T00:00:00Z"}                | 422 | /asOf
            {"onHand":5,"incoming":[{"quantity":0,"date":"2026-12-01"}]} | 422 | /incoming/0/quantity
            {"onHand":5,"incoming":[{"quantity":1}]}                   | 422 | /incoming/0/date
            {"onHand":5,"incoming":[null]}                             | 422 | /incoming/0
            """)
    void a_bad_count_is_refused_at_its_place(String body, int status, String pointer) {
        Answer answer = braid.put(path(mug), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(braid.get("/api/v1/inventory?sku=" + mug).text("/items/0/sku"))
                .isEmpty();
    }

    @Test
    void unknown_products_and_locations_are_not_found() {
        assertThat(braid.put(path("NONE"), Map.of("onHand", 1)).text("/type")).isEqualTo("/problems/product-not-found");
        assertThat(braid.put("/api/v1/inventory/NOWHERE/" + mug, Map.of("onHand", 1))
                        .text("/type"))
                .isEqualTo("/problems/location-not-found");
        assertThat(braid.put("/api/v1/inventory/-x/" + mug, Map.of("onHand", 1)).status())
                .isEqualTo(404);
    }

    @Test
    void adjustments_are_applied_together_or_not_at_all() {
        put(mug, Map.of("onHand", 10));

        Answer done = adjust(item(mug, -3, "DAMAGED"), item(shelves.sku(1), 4, "FOUND"));
        Answer refused = adjust(item(mug, -7, "DAMAGED"), item(mug, -1, "DAMAGED"));

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.text("/items/0/onHand")).isEqualTo("7");
        assertThat(done.text("/items/1/onHand")).isEqualTo("4");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/adjustment-not-possible");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/items/1/delta");
        assertThat(braid.get("/api/v1/inventory?sku=" + mug).text("/items/0/onHand"))
                .isEqualTo("7");
    }

    @Test
    void bad_adjustments_are_refused_at_their_places() {
        Answer answer = adjust(item("no sku", 1, "X"), item(mug, 0, "X"), item(mug, 1, " "), Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"/items/0/sku\"", "\"/items/1/delta\"", "\"/items/2/reason\"", "\"/items/3/location\"");

        assertThat(adjust().status()).isEqualTo(422);
        Map<?, ?>[] many =
                IntStream.range(0, 1_001).mapToObj(n -> item(mug, 1, "X")).toArray(Map[]::new);
        assertThat(adjust(many).text("/errors/0/pointer")).isEqualTo("/items");
        assertThat(braid.post("/api/v1/inventory/adjustments", "{\"items\":[{\"delta\":1.5}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_blocked_position_promises_nothing_until_it_is_unblocked() {
        put(mug, Map.of("onHand", 10));
        String available = "/api/v1/availability?sku=" + mug;

        Answer blocked = braid.put(path(mug) + "/block", Map.of("reason", "RECALL"));
        assertThat(blocked.text("/blockedReason")).as(blocked.body()).isEqualTo("RECALL");
        assertThat(braid.get(available).text("/available")).isEqualTo("0");

        Answer unblocked = braid.send(
                braid.request(path(mug) + "/block", BraidUnderTest.OPERATOR_KEY).DELETE());
        assertThat(unblocked.json().at("/blockedReason").isNull()).isTrue();
        assertThat(unblocked.header("ETag")).isEqualTo("\"4\"");
        assertThat(braid.get(available).text("/available")).isEqualTo("10");

        assertThat(braid.put(path(mug) + "/block", Map.of()).text("/errors/0/pointer"))
                .isEqualTo("/reason");
        assertThat(braid.put(path(shelves.sku(1)) + "/block", Map.of("reason", "RECALL"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void positions_are_listed_page_by_page() {
        IntStream.range(0, 3).forEach(n -> put(shelves.sku(n), Map.of("onHand", n)));

        Answer first = braid.get("/api/v1/inventory?limit=2&location=" + memphis);
        Answer second =
                braid.get("/api/v1/inventory?limit=2&location=" + memphis + "&cursor=" + first.text("/nextCursor"));

        assertThat(first.json().at("/items").size()).isEqualTo(2);
        assertThat(second.text("/items/0/sku")).isEqualTo(shelves.sku(2));
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        assertThat(braid.get("/api/v1/inventory?cursor=nonsense").status()).isEqualTo(400);
        assertThat(braid.get("/api/v1/inventory?sku=no%20sku").status()).isEqualTo(422);
    }

    @Test
    void a_vendor_counts_and_sees_its_own_positions_alone() {
        String acme = shelves.vendor("acme");
        String own = shelves.location("OWN", acme, 33.7, -84.4);
        String key = shelves.vendorKey(acme);
        put(mug, Map.of("onHand", 10));
        shelves.item(acme, mug);

        Answer counted = braid.put("/api/v1/vendor/inventory/" + own + "/" + mug, Map.of("onHand", 4), key);
        Answer foreign = braid.put("/api/v1/vendor/inventory/" + memphis + "/" + mug, Map.of("onHand", 4), key);
        Answer missing = braid.put("/api/v1/vendor/inventory/NOWHERE/" + mug, Map.of("onHand", 4), key);
        Answer list = braid.get("/api/v1/vendor/inventory", key);

        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        Answer stale = braid.send(braid.request("/api/v1/vendor/inventory/" + own + "/" + mug, key)
                .header("If-Match", "\"1\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"onHand\":4}")));
        assertThat(stale.text("/type")).isEqualTo("/problems/version-conflict");
        assertThat(braid.put("/api/v1/vendor/inventory/" + own + "/" + mug, "{\"onHand\":-4}", key)
                        .text("/errors/0/pointer"))
                .isEqualTo("/onHand");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(list.json().at("/items").size()).isEqualTo(1);
        assertThat(list.text("/items/0/location")).isEqualTo(own);
        assertThat(braid.get("/api/v1/vendor/inventory?location=" + memphis, key)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(braid.get("/api/v1/inventory", key).status()).isEqualTo(403);
        assertThat(braid.get("/api/v1/inventory?sku=" + mug).json().at("/items").size())
                .isEqualTo(2);
    }

    private String path(String sku) {
        return "/api/v1/inventory/" + memphis + "/" + sku;
    }

    private Answer put(String sku, Map<String, ?> body) {
        return braid.put(path(sku), body);
    }

    private Answer adjust(Map<?, ?>... items) {
        return braid.post("/api/v1/inventory/adjustments", Map.of("items", List.of(items)));
    }

    private Map<String, ?> item(String sku, int delta, String reason) {
        return Map.of("location", memphis, "sku", sku, "delta", delta, "reason", reason);
    }
}
