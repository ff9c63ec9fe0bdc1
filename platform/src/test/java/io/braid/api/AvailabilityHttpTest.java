package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.TurnableClock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be promised, over HTTP. */
class AvailabilityHttpTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Shelves shelves = Shelves.of(braid);
    private final String mug = shelves.sku(0);
    private final String memphis = shelves.location("MEM", null, 35.1, -90.0);
    private final String atlanta = shelves.location("ATL", null, 33.7, -84.4);

    @BeforeEach
    void stock() {
        braid.clock().turnTo(TurnableClock.START);
        shelves.postalCode("QA", "1", 33.7, -84.0);
        count(memphis, mug, 5);
        count(atlanta, mug, 7);
        count(atlanta, shelves.sku(1), 0);
    }

    @Test
    void the_nearest_location_comes_first_with_its_distance() {
        Answer answer = braid.get("/api/v1/availability?sku=" + mug + "&postalCode=1&country=QA");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"sku\":\"" + mug + "\",\"available\":12,\"locations\":[{\"location\":\"" + atlanta
                        + "\",\"available\":7,\"distanceKm\":37.0},{\"location\":\"" + memphis
                        + "\",\"available\":5,\"distanceKm\":572.0}],\"promise\":null}");
    }

    @Test
    void without_a_place_the_sum_is_the_same_and_no_distance_is_told() {
        Answer answer = braid.get("/api/v1/availability?sku=" + mug);

        assertThat(answer.text("/available")).isEqualTo("12");
        assertThat(answer.json().at("/locations/0/distanceKm").isNull()).isTrue();
    }

    @Test
    void with_a_postal_code_the_earliest_promise_is_told_with_its_location() {
        Answer near = braid.get("/api/v1/availability?sku=" + mug + "&postalCode=30303");
        Answer many =
                braid.post("/api/v1/availability", Map.of("skus", List.of(mug, shelves.sku(1)), "postalCode", "30303"));

        assertThat(near.text("/promise/location")).isEqualTo(atlanta);
        assertThat(near.text("/promise/service")).isEqualTo("GROUND");
        assertThat(near.text("/promise/promiseDate")).isEqualTo("2026-11-24");
        assertThat(near.text("/promise/orderBy")).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(many.json().at("/items/0/promise")).isEqualTo(near.json().at("/promise"));
        assertThat(many.json().at("/items/1/promise").isNull()).isTrue();
    }

    @Test
    void a_location_that_is_switched_off_promises_nothing() {
        shelves.owner()
                .sql("update location set active = false, version = version + 1 where code = :code")
                .param("code", atlanta)
                .update();

        assertThat(braid.get("/api/v1/availability?sku=" + mug).text("/available"))
                .isEqualTo("5");
    }

    @Test
    void many_products_are_answered_in_the_order_asked() {
        List<String> skus = List.of(shelves.sku(1), mug, shelves.sku(2));

        Answer answer = braid.post("/api/v1/availability", Map.of("skus", skus, "postalCode", "1", "country", "QA"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(IntStream.range(0, 3).mapToObj(i -> answer.text("/items/" + i + "/sku")))
                .containsExactlyElementsOf(skus);
        assertThat(IntStream.range(0, 3).mapToObj(i -> answer.text("/items/" + i + "/available")))
                .containsExactly("0", "12", "0");
    }

    @Test
    void what_is_not_known_is_said() {
        assertThat(braid.get("/api/v1/availability?sku=NONE").status()).isEqualTo(404);
        assertThat(braid.get("/api/v1/availability").text("/errors/0/pointer")).isEqualTo("/sku");
        assertThat(braid.get("/api/v1/availability?sku=" + mug + "&postalCode=2&country=QA")
                        .text("/type"))
                .isEqualTo("/problems/postal-code-not-known");
        assertThat(braid.get("/api/v1/availability?sku=" + mug + "&postalCode=abc")
                        .status())
                .isEqualTo(422);
        Answer bulk = braid.post("/api/v1/availability", Map.of("skus", List.of(mug, "NONE")));
        assertThat(bulk.status()).isEqualTo(422);
        assertThat(bulk.text("/errors/0/pointer")).isEqualTo("/skus/1");
        assertThat(braid.post("/api/v1/availability", Map.of("skus", List.of())).status())
                .isEqualTo(422);
        List<String> many = IntStream.range(0, 501).mapToObj(n -> mug).toList();
        assertThat(braid.post("/api/v1/availability", Map.of("skus", many)).status())
                .isEqualTo(422);
    }

    private void count(String location, String sku, int onHand) {
        Answer answer = braid.put("/api/v1/inventory/" + location + "/" + sku, Map.of("onHand", onHand));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
