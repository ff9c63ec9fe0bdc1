package io.braid.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.TurnableClock;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promises before purchase, on a Monday morning in Thanksgiving week (11:00 in Memphis), with the sample carrier: its
 * GROUND is fetched until 18:00, its NEXT_DAY until 19:00, and Thursday is a holiday.
 */
class P01_PromisesTest {
    private static final Map<String, String> MEMPHIS = Map.of("postalCode", "38103");
    private static final Map<String, String> NEW_YORK = Map.of("postalCode", "10001", "country", "US");
    private static final String MONDAY = "2026-11-23T17:00:00Z";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String mug = world.product("mug");

    @BeforeEach
    void on_a_monday() {
        braid.clock().turnTo(TurnableClock.START);
    }

    @Test
    void a_mug_next_door_comes_tomorrow_by_ground() {
        String memphis = stocked("MEM", "38118", 5);

        Answer answer = promise(NEW_YORK, mug, 1);

        assertThat(answer.text("/at")).isEqualTo(MONDAY);
        assertThat(told(promise(MEMPHIS, mug, 1), "/lines/0/cheapest"))
                .isEqualTo(memphis + " SAMPLE/GROUND zone 2: 8.38 USD on 2026-11-24 ordered by 2026-11-24T00:00:00Z");
    }

    @Test
    void far_away_the_cheapest_waits_for_the_holiday_and_the_earliest_does_not() {
        String memphis = stocked("MEM", "38118", 5);

        Answer answer = promise(NEW_YORK, mug, 1);

        assertThat(told(answer, "/lines/0/cheapest"))
                .isEqualTo(memphis + " SAMPLE/GROUND zone 5: 10.02 USD on 2026-11-27 ordered by 2026-11-24T00:00:00Z");
        assertThat(told(answer, "/lines/0/earliest"))
                .isEqualTo(
                        memphis + " SAMPLE/NEXT_DAY zone 5: 48.60 USD on 2026-11-24 ordered by 2026-11-24T01:00:00Z");
    }

    @Test
    void an_order_after_the_cut_off_leaves_a_day_later() {
        String code = world.location("MEM", "WAREHOUSE", "38118", Map.of("cutOff", "14:00"));
        world.stock(code, mug, 5);

        Answer before = promiseAt("2026-11-23T19:59:59Z");
        Answer after = promiseAt("2026-11-23T20:12:00Z");

        assertThat(told(before, "/lines/0/cheapest")).endsWith("on 2026-11-24 ordered by 2026-11-23T20:00:00Z");
        assertThat(told(after, "/lines/0/cheapest")).endsWith("on 2026-11-25 ordered by 2026-11-24T20:00:00Z");
    }

    @Test
    void the_cart_goes_as_routing_would_send_it_and_costs_add_up() {
        String memphis = stocked("MEM", "38118", 5);
        String atlanta = world.warehouse("ATL", "30303");
        String lamp = world.product("lamp");
        world.stock(atlanta, lamp, 5);

        Answer answer = promise(MEMPHIS, mug, 2, lamp, 1);

        assertThat(answer.json().at("/cart/cheapest/shipments").size()).isEqualTo(2);
        assertThat(answer.body()).contains("\"location\":\"" + memphis + "\"", "\"location\":\"" + atlanta + "\"");
        // 1,000 g in zone 2 and 500 g in zone 4.
        assertThat(answer.text("/cart/cheapest/shippingCost/amount")).isEqualTo("18.12");
        assertThat(answer.text("/cart/cheapest/promiseDate")).isEqualTo("2026-11-25");
        assertThat(answer.text("/cart/why")).isEmpty();
    }

    @Test
    void nothing_is_held_and_an_order_then_goes_where_the_cart_said() {
        String memphis = stocked("MEM", "38118", 2);

        promise(MEMPHIS, mug, 2);

        assertThat(world.position(memphis, mug).text("/items/0/reserved")).isEqualTo("0");
        assertThat(world.place(mug, 2).text("/shipments/0/location")).isEqualTo(memphis);
        assertThat(promise(MEMPHIS, mug, 1).text("/lines/0/why")).contains("no location has units of " + mug);
    }

    @Test
    void what_cannot_be_promised_says_why() {
        stocked("MEM", "38118", 3);
        stocked("CHI", "60601", 3);

        Answer tooMany = promise(MEMPHIS, mug, 5);

        assertThat(tooMany.text("/lines/0/why")).contains("no one location has 5 units");
        Answer euros = cart(Map.of("destination", MEMPHIS, "lines", lines(mug, 1), "currency", "EUR"));
        assertThat(euros.text("/lines/0/why")).contains("has no rates in EUR for zone 2");
        Answer abroad = cart(Map.of(
                "destination", Map.of("country", "FR", "latitude", 48.9, "longitude", 2.4), "lines", lines(mug, 1)));
        assertThat(abroad.text("/lines/0/why")).contains("has no zone from").endsWith("to FR");
        assertThat(abroad.text("/cart/why")).isEqualTo(abroad.text("/lines/0/why"));
    }

    @Test
    void a_service_may_be_asked_for_and_a_point_is_enough() {
        stocked("MEM", "38118", 5);

        Answer answer = cart(Map.of(
                "destination",
                Map.of("latitude", 40.75, "longitude", -73.99),
                "lines",
                lines(mug, 1),
                "services",
                List.of("two_day")));

        assertThat(told(answer, "/lines/0/cheapest"))
                .contains("SAMPLE/TWO_DAY zone 5")
                .contains("2026-11-25");
        assertThat(told(answer, "/lines/0/earliest")).isEqualTo(told(answer, "/lines/0/cheapest"));
    }

    @Test
    void processing_time_counts_in_open_hours() {
        List<Map<String, String>> hours = List.of("MON", "TUE", "WED", "THU", "FRI").stream()
                .map(day -> Map.of("day", day, "open", "08:00", "close", "16:59"))
                .toList();
        String code = world.location(
                "SLOW",
                "WAREHOUSE",
                "38118",
                Map.of("operatingHours", hours, "attributes", Map.of("processingHours", 8)));
        world.stock(code, mug, 5);

        // 11:00 to 17:00 are six hours; two more on Tuesday, fetched that evening.
        assertThat(told(promise(MEMPHIS, mug, 1), "/lines/0/cheapest"))
                .endsWith("on 2026-11-25 ordered by 2026-11-24T15:00:00Z");
    }

    @Test
    void bad_carts_are_refused_with_their_places() {
        assertThat(cart(Map.of("destination", MEMPHIS, "lines", List.of())).text("/errors/0/pointer"))
                .isEqualTo("/lines");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(Map.of("sku", mug, "quantity", 1));
        }
        assertThat(cart(Map.of("destination", MEMPHIS, "lines", many)).text("/errors/0/detail"))
                .contains("1 to 500 lines, not 501");
        Answer unknown = cart(Map.of(
                "destination",
                Map.of("postalCode", "00001"),
                "lines",
                lines(mug, 1, "NONE", 1),
                "services",
                List.of("PIGEON")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).isEqualTo("/problems/invalid-cart");
        assertThat(unknown.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/lines/1/sku", "/destination/postalCode", "/services/0");
        assertThat(promise(MEMPHIS, mug, 0).text("/errors/0/pointer")).isEqualTo("/lines/0/quantity");
        assertThat(cart(Map.of("destination", Map.of(), "lines", lines(mug, 1))).status())
                .isEqualTo(422);
        assertThat(cart(Map.of("destination", MEMPHIS, "lines", lines(mug, 1), "at", "9999-01-01T00:00:00Z"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/at");
    }

    private String stocked(String name, String postalCode, int units) {
        String code = world.warehouse(name, postalCode);
        world.stock(code, mug, units);
        return code;
    }

    private Answer promise(Map<String, String> destination, Object... lines) {
        return cart(Map.of("destination", destination, "lines", lines(lines)));
    }

    private Answer promiseAt(String at) {
        return cart(Map.of("destination", MEMPHIS, "lines", lines(mug, 1), "at", at, "services", List.of("GROUND")));
    }

    private Answer cart(Map<String, ?> body) {
        Map<String, Object> cart = new LinkedHashMap<>(body);
        cart.putIfAbsent("at", MONDAY);
        return braid.post("/api/v1/promises", cart);
    }

    private static List<Map<String, Object>> lines(Object... skuAndQuantity) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < skuAndQuantity.length; i += 2) {
            lines.add(Map.of("sku", skuAndQuantity[i], "quantity", skuAndQuantity[i + 1]));
        }
        return lines;
    }

    private static String told(Answer answer, String at) {
        return answer.text(at + "/location") + " " + answer.text(at + "/carrier") + "/" + answer.text(at + "/service")
                + " zone " + answer.text(at + "/zone") + ": " + answer.text(at + "/shippingCost/amount") + " "
                + answer.text(at + "/shippingCost/currency") + " on " + answer.text(at + "/promiseDate")
                + " ordered by " + answer.text(at + "/orderBy");
    }
}
