package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What nobody should send, and days that do not come often: a verdict or a clear refusal, never a fault of ours. */
class RoutingBadInputTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final Instant today = braid.clock().instant();

    @AfterEach
    void back_to_today() {
        braid.clock().turnTo(today);
    }

    private Answer draft(Object scenarios) {
        return braid.post(
                "/api/v1/routing/strategies",
                Map.of(
                        "name",
                        "bad",
                        "shortfall",
                        "REROUTE",
                        "routes",
                        List.of(Map.of("fulfillmentType", "SHIP", "scenarios", scenarios, "finally", "BACKORDER"))));
    }

    private static Map<String, Object> scenario(Object filters) {
        return Map.of(
                "name",
                "one",
                "filters",
                filters,
                "assignment",
                Map.of("mode", "FIRST_FIT", "splitLines", true, "splitUnits", true));
    }

    @Test
    void no_scenario_at_all_and_two_of_one_name_are_refused_at_their_place() {
        assertThat(draft(List.of()).status()).isEqualTo(422);
        assertThat(draft(List.of()).text("/errors/0/pointer")).startsWith("/routes/0/scenarios");
        Answer twice = draft(List.of(scenario(List.of()), scenario(List.of())));
        assertThat(twice.status()).as(twice.body()).isIn(201, 422);
    }

    @Test
    void unknown_fields_and_wrong_types_are_refused_at_their_place() {
        Answer unknown =
                draft(List.of(scenario(List.of(Map.of("field", "moonPhase", "operator", "EQUALS", "value", 1)))));
        Answer wrong =
                draft(List.of(scenario(List.of(Map.of("field", "distanceKm", "operator", "LESS", "value", "far")))));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/errors/0/pointer")).startsWith("/routes/0/scenarios/0/filters/0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/pointer")).startsWith("/routes/0/scenarios/0/filters/0");
    }

    @Test
    void ten_thousand_rules_are_read_or_refused_and_nothing_breaks() {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rules.add(Map.of("field", "location.code", "operator", "NOT_EQUALS", "value", "L" + i));
        }

        Answer answer = draft(List.of(scenario(rules)));

        assertThat(answer.status())
                .as(answer.body().substring(0, Math.min(500, answer.body().length())))
                .isIn(201, 413, 422);
        assertThat(world.product("AFTER")).isNotEmpty();
    }

    @Test
    void an_order_of_five_hundred_lines_is_routed_and_one_more_is_refused() {
        String memphis = world.warehouse("MEM", "38118");
        Object[] lines = new Object[1_002];
        for (int i = 0; i < 501; i++) {
            lines[2 * i] = world.product("P" + i);
            lines[2 * i + 1] = 1;
        }
        Map<String, Object> order = world.orderFor(lines);
        Answer refused = braid.post("/api/v1/orders", order);
        List<?> all = (List<?>) Objects.requireNonNull(order.get("lines"));
        order.put("lines", all.subList(0, 500));
        for (int i = 0; i < 250; i++) {
            world.stock(memphis, (String) lines[2 * i], 5);
        }

        Answer placed = done(braid.post("/api/v1/orders", order));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/lines");
        assertThat(refused.body()).contains("not 501");
        assertThat(placed.text("/state")).isEqualTo("BACKORDERED");
        assertThat(placed.json().at("/shipments/0/lines")).hasSize(250);
    }

    @Test
    void nothing_in_stock_anywhere_is_an_answer() {
        String mug = world.product("MUG");

        Answer order = world.place(mug, 1);

        assertThat(order.text("/state")).isEqualTo("BACKORDERED");
        assertThat(braid.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions")
                        .body())
                .contains("No location has stock of any line");
    }

    @ParameterizedTest
    @CsvSource({"-1", "2147483648", "99999999999999999999", "1.5", "\"many\"", "null"})
    void a_suggestion_with_absurd_stock_is_refused_at_its_place(String units) {
        String mug = world.product("MUG");
        String memphis = world.warehouse("MEM", "38118");
        String order = JsonMapper.shared().writeValueAsString(world.orderFor(mug, 1));
        String stock = "[{\"location\":\"" + memphis + "\",\"sku\":\"" + mug + "\",\"available\":" + units + "}]";
        String body = order.substring(0, order.length() - 1) + ",\"stock\":" + stock + "}";

        Answer answer = braid.post("/api/v1/routing/suggestions", body);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/stock/0/available");
        Answer nonsense = braid.post("/api/v1/routing/suggestions", Map.of("nonsense", 1));
        assertThat(nonsense.text("/type")).isEqualTo("/problems/unknown-field");
    }

    /** The hour that does not exist, the hour that exists twice, the day of every fourth year, the end of a year. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-14T07:59:59Z", "2027-03-14T08:00:00Z", "2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z",
        "2027-11-07T07:00:00Z", "2028-02-29T12:00:00Z", "2028-02-28T23:59:59Z", "2027-12-31T23:59:59.999Z"
    })
    void odd_moments_are_moments_like_any_other(String moment) {
        String mug = world.product("MUG");
        String memphis = world.location("MEM", "STORE", "38118", Map.of("dailyCapacity", 5, "cutOff", "02:30"));
        braid.clock().turnTo(Instant.parse(moment));
        done(braid.put("/api/v1/inventory/" + memphis + "/" + mug, Map.of("onHand", 5)));

        Answer order = world.place(mug, 1);

        assertThat(order.text("/state")).isEqualTo("ROUTED");
        Answer shipment = braid.get("/api/v1/shipments/" + order.text("/shipments/0/shipmentNumber"));
        assertThat(Instant.parse(shipment.text("/shipBy"))).isAfter(Instant.parse(moment));
    }
}
