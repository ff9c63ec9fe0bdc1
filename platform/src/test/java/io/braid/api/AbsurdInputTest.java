package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Few characters that stand for much, and cursors nobody was given: a short refusal, and the server goes on. */
class AbsurdInputTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);

    static Stream<Arguments> places() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of("POST", "/routing/strategies/" + id + "/promotion", "{\"share\":%s}", "/share"),
                Arguments.of("POST", "/routing/strategies", "{\"name\":\"x\",\"y\":{\"z\":[1,%s]}}", "/y/z/1"),
                Arguments.of("POST", "/routing/suggestions", "{\"attributes\":{\"a\":%s}}", "/attributes/a"),
                Arguments.of("POST", "/orders", "{\"attributes\":{\"a\":%s}}", "/attributes/a"),
                Arguments.of("PUT", "/sla/policies", "{\"x\":%s}", "/x"),
                Arguments.of("PUT", "/scorecard/settings", "{\"high\":%s}", "/high"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_number_of_a_million_digits_is_refused_at_its_place(String method, String path, String body, String place) {
        for (String number : List.of("1e999999999", "-1E+5000000", "1e-999999999", "1.5e0001000")) {
            String sent = body.formatted(number);
            Answer answer =
                    method.equals("PUT") ? braid.put("/api/v1" + path, sent) : braid.post("/api/v1" + path, sent);
            assertThat(answer.status()).as(sent + " " + answer.body()).isEqualTo(422);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo(place);
            assertThat(answer.body().length()).isLessThan(1_000);
        }
    }

    @Test
    void a_share_that_is_no_share_is_refused_in_few_words() {
        String id = done(braid.get("/api/v1/routing/strategies?state=LIVE")).text("/items/0/id");
        for (String share : List.of("1e999", "1e-999", "null", "\"0.5\"", "[0.5]", "2", "0")) {
            Answer answer = braid.post("/api/v1/routing/strategies/" + id + "/promotion", "{\"share\":" + share + "}");
            assertThat(answer.status()).as(share).isEqualTo(422);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/share");
            assertThat(answer.body().length()).isLessThan(1_000);
        }
    }

    @Test
    void what_a_simulation_cannot_be_is_told_all_at_once() {
        Answer answer =
                braid.post("/api/v1/routing/simulations", Map.of("strategyId", "x", "lastDays", 0, "stock", "SOON"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/strategyId", "/lastDays", "/stock");
        Answer unknown = braid.post(
                "/api/v1/routing/simulations",
                Map.of("strategyId", UUID.randomUUID().toString(), "lastDays", 1));
        assertThat(unknown.text("/errors/0/pointer")).as(unknown.body()).isEqualTo("/strategyId");
    }

    @Test
    void an_order_that_does_not_say_when_it_was_placed_may_come_again_later() {
        String mug = world.product("MUG");
        Map<String, Object> order = world.orderFor(mug, 1);
        order.remove("placedAt");
        Answer first = done(braid.post("/api/v1/orders", order));
        Answer again = done(braid.post("/api/v1/orders", order));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/orderNumber")).isEqualTo(first.text("/orderNumber"));
        order.put("giftMessage", "another");
        assertThat(braid.post("/api/v1/orders", order).status()).isEqualTo(409);
    }

    /** Every list there is, as the description tells them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "YWJj",
                "YeKArmIf",
                "YWJjH3g",
                "H3gf",
                "LTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ",
                "%ff",
                "a b",
                "====",
                "AA"
            })
    void a_cursor_that_was_not_answered_is_refused_by_every_list(String cursor) {
        List<String> refused = new ArrayList<>();
        JsonNode paths = done(braid.get("/api/v1/openapi.json")).json().at("/paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            JsonNode parameters = path.getValue().at("/get/parameters");
            boolean list = parameters
                    .valueStream()
                    .anyMatch(each -> each.at("/name").asString().equals("cursor"));
            if (list) {
                String url = path.getKey().replaceAll("\\{[^}]*}", "x") + "?cursor="
                        + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
                Answer answer = braid.get(url);
                assertThat(answer.status()).as(url + " " + answer.body()).isBetween(400, 499);
                if (answer.text("/detail").contains("nextCursor")) {
                    refused.add(url);
                }
            }
        }
        assertThat(refused).as("lists without a place in their path").hasSizeGreaterThan(15);
    }

    @Test
    void a_cursor_is_of_the_list_that_answered_it_and_one_changed_letter_is_noticed() {
        world.product("ONE");
        world.product("TWO");
        String cursor = done(braid.get("/api/v1/products?limit=1")).text("/nextCursor");
        done(braid.get("/api/v1/products?limit=1&cursor=" + cursor));
        assertThat(braid.get("/api/v1/locations?cursor=" + cursor).status()).isEqualTo(400);
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (int i = 0; i < bytes.length; i++) {
            byte[] edited = bytes.clone();
            edited[i] ^= 1;
            String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(edited);
            assertThat(braid.get("/api/v1/products?cursor=" + sent).status()).isEqualTo(400);
        }
    }

    @Test
    void a_mistyped_word_of_few_is_refused_at_its_place() {
        Map<String, ?> scenario = Map.of(
                "name", "one",
                "locations", Map.of("kinds", List.of("STORE", "MOON"), "countries", List.of("US", "us")),
                "filters",
                        List.of(Map.of(
                                "any",
                                List.of(Map.of("field", "location.kind", "operator", "EQUALS", "value", "WAREHOUS")))),
                "assignment", Map.of("mode", "FIRST_FIT"));
        Map<String, ?> route = Map.of("fulfillmentType", "PICKPU", "scenarios", List.of(scenario));
        Answer answer = braid.post("/api/v1/routing/strategies", Map.of("name", "typo", "routes", List.of(route)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.at("/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/routes/0/fulfillmentType",
                        "/routes/0/scenarios/0/locations/kinds/1",
                        "/routes/0/scenarios/0/locations/countries/1",
                        "/routes/0/scenarios/0/filters/0/any/0/value");
    }

    @Test
    void pretended_stock_is_of_known_products_at_known_locations_once_each() {
        String mug = world.product("MUG");
        String memphis = world.warehouse("MEM", "38118");
        Map<String, Object> order = world.orderFor(mug, 1);
        Map<String, ?> sound = Map.of("location", memphis, "sku", mug, "available", 1);
        order.put("stock", List.of(sound, sound));
        assertThat(braid.post("/api/v1/routing/suggestions", order).text("/errors/0/pointer"))
                .isEqualTo("/stock/1");
        order.put("stock", List.of(Map.of("location", "NOPE-XX", "sku", "no-such", "available", 1)));
        assertThat(braid.post("/api/v1/routing/suggestions", order).body())
                .contains("/stock/0/sku", "/stock/0/location");
        order.put("stock", List.of(sound));
        assertThat(done(braid.post("/api/v1/routing/suggestions", order)).text("/shipments/0/location"))
                .isEqualTo(memphis);
    }
}
