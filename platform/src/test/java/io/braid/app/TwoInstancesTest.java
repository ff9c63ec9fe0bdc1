package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.TestDatabase;
import io.braid._support.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes on one database: what one is told about routing holds for the very next order at the other. */
class TwoInstancesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String KEY = "brd_twin_" + "k".repeat(32);
    private static final int ROUNDS = 20;
    private static final int ORDERS = 30;

    @TempDir
    static Path folder;

    private static BraidProcess one;
    private static BraidProcess other;
    private static String near;
    private static String far;
    private static int orders;

    private record Reply(int status, JsonNode body) {}

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> environment = new HashMap<>(
                TestServer.shared().environment(TestDatabase.freshDatabase().name()));
        environment.put("BRAID_API_KEY", KEY);
        one = BraidProcess.ready(folder.resolve("one"), environment);
        other = BraidProcess.ready(folder.resolve("other"), environment);
        done(one, "POST", "/products", Map.of("sku", "MUG", "upc", World.gtin(1), "name", "Mug"));
        done(one, "POST", "/locations", location("NEAR", "38118", "TN"));
        done(one, "POST", "/locations", location("FAR", "98101", "WA"));
        done(one, "PUT", "/inventory/NEAR/MUG", Map.of("onHand", 10_000));
        done(one, "PUT", "/inventory/FAR/MUG", Map.of("onHand", 10_000));
        near = draft("NEAR");
        far = draft("FAR");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void a_promotion_and_a_rollback_hold_for_the_very_next_order_at_the_other() throws Exception {
        promote(one, near, Map.of());
        for (int i = 0; i < ROUNDS; i++) {
            BraidProcess here = i % 2 == 0 ? one : other;
            BraidProcess there = i % 2 == 0 ? other : one;
            promote(here, far, Map.of());
            assertThat(placed(there, order())).as("promoted, round " + i).isEqualTo("FAR");
            done(here, "POST", "/routing/rollback", Map.of());
            assertThat(placed(there, order())).as("rolled back, round " + i).isEqualTo("NEAR");
        }
    }

    @Test
    void both_give_the_same_orders_to_the_one_on_trial() throws Exception {
        promote(one, near, Map.of());
        promote(one, far, Map.of("share", 0.5));
        List<String> here = new ArrayList<>();
        List<String> there = new ArrayList<>();
        List<String> went = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Map<String, Object> order = order();
            here.add(suggested(one, order));
            there.add(suggested(other, order));
            went.add(placed(other, order));
        }
        assertThat(here).isEqualTo(there).isEqualTo(went).contains("NEAR", "FAR");
        done(other, "POST", "/routing/rollback", Map.of());
        for (int i = 0; i < ORDERS; i++) {
            assertThat(placed(one, order())).isEqualTo("NEAR");
        }
    }

    @Test
    void of_two_operators_who_promote_at_once_the_later_one_rules_at_both() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            List<Reply> replies = atOnce(promotion(one, near, Map.of()), promotion(other, far, Map.of()));
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            List<String> live = live();
            assertThat(live).hasSize(1);
            String ruled = live.getFirst().equals(far) ? "FAR" : "NEAR";
            assertThat(placed(one, order())).isEqualTo(ruled);
            assertThat(placed(other, order())).isEqualTo(ruled);
        }
    }

    @Test
    void of_two_operators_who_saw_the_same_only_one_is_heard() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String draft = draft("FAR");
            List<Reply> replies = atOnce(
                    promotion(one, draft, Map.of("share", 0.25, "expectedVersion", 1)),
                    promotion(other, draft, Map.of("share", 0.75, "expectedVersion", 1)));
            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
            Reply heard = replies.get(replies.getFirst().status() == 200 ? 0 : 1);
            assertThat(done(one, "GET", "/routing/strategies/" + draft, null).at("/share"))
                    .isEqualTo(heard.body().at("/share"));
            done(other, "POST", "/routing/rollback", Map.of());
        }
    }

    @Test
    void a_table_uploaded_here_decides_the_very_next_order_there() throws Exception {
        done(one, "PUT", "/routing/tables/rank", Map.of("keyedBy", "LOCATION", "valueType", "NUMBER"));
        promote(one, sortedBy("table.rank"), Map.of());
        for (int i = 0; i < ROUNDS; i++) {
            BraidProcess here = i % 2 == 0 ? one : other;
            BraidProcess there = i % 2 == 0 ? other : one;
            String mode = i % 4 < 2 ? "MERGE" : "REPLACE";
            String first = i % 3 == 0 ? "FAR" : "NEAR";
            upload(here, mode, "location,value\nFAR,2\nNEAR,2\n".replace(first + ",2", first + ",1"));
            assertThat(placed(there, order())).as("uploaded, round " + i).isEqualTo(first);
        }
        promote(one, near, Map.of());
    }

    @Test
    void a_computed_attribute_defined_here_decides_the_very_next_order_there() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            BraidProcess here = i % 2 == 0 ? one : other;
            BraidProcess there = i % 2 == 0 ? other : one;
            String first = i % 3 == 0 ? "FAR" : "NEAR";
            compute(here, "pull" + i, first);
            promote(here, sortedBy("computed.pull" + i), Map.of());
            assertThat(placed(there, order())).as("defined, round " + i).isEqualTo(first);
            assertThat(suggested(here, order())).as("defined, round " + i).isEqualTo(first);
        }
        promote(one, near, Map.of());
    }

    private static void compute(BraidProcess braid, String name, String first) throws Exception {
        String expression = "location.code == '" + first + "' ? 1.0 : 2.0";
        done(braid, "PUT", "/routing/computed-attributes/" + name, Map.of("expression", expression));
    }

    private static void upload(BraidProcess braid, String mode, String csv) throws Exception {
        Reply reply =
                send(HttpRequest.newBuilder(URI.create(braid.url() + "/api/v1/routing/tables/rank/import?mode=" + mode))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv))
                        .build());
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
    }

    private static String sortedBy(String field) throws Exception {
        Map<String, ?> scenario = Map.of(
                "name", "there",
                "assignment", Map.of("mode", "FIRST_FIT"),
                "sorts", List.of(Map.of("field", field, "direction", "ASC")));
        return drafted(scenario);
    }

    private static List<Reply> atOnce(HttpRequest first, HttpRequest second) {
        CyclicBarrier together = new CyclicBarrier(2);
        return List.of(first, second).stream()
                .map(request -> CompletableFuture.supplyAsync(() -> together(together, request)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static Reply together(CyclicBarrier together, HttpRequest request) {
        try {
            together.await();
            return send(request);
        } catch (IOException | InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> live() throws Exception {
        return StreamSupport.stream(
                        done(one, "GET", "/routing/strategies?limit=200", null)
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(each -> each.at("/state").asString().equals("LIVE"))
                .map(each -> each.at("/id").asString())
                .toList();
    }

    private static void promote(BraidProcess braid, String id, Map<String, ?> body) throws Exception {
        Reply reply = send(promotion(braid, id, body));
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
    }

    private static HttpRequest promotion(BraidProcess braid, String id, Map<String, ?> body) throws IOException {
        return request(braid, "POST", "/routing/strategies/" + id + "/promotion", body);
    }

    private static String placed(BraidProcess braid, Map<String, ?> order) throws Exception {
        return done(braid, "POST", "/orders", order).at("/shipments/0/location").asString();
    }

    private static String suggested(BraidProcess braid, Map<String, ?> order) throws Exception {
        return done(braid, "POST", "/routing/suggestions", order)
                .at("/shipments/0/location")
                .asString();
    }

    private static String draft(String location) throws Exception {
        Map<String, ?> scenario = Map.of(
                "name", "there",
                "locations", Map.of("codes", List.of(location)),
                "assignment", Map.of("mode", "FIRST_FIT"));
        return drafted(scenario);
    }

    private static String drafted(Map<String, ?> scenario) throws Exception {
        Map<String, ?> route = Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario));
        return done(one, "POST", "/routing/strategies", Map.of("name", "default", "routes", List.of(route)))
                .at("/id")
                .asString();
    }

    private static Map<String, Object> location(String code, String postalCode, String region) {
        return Map.of(
                "code",
                code,
                "name",
                code,
                "kind",
                "WAREHOUSE",
                "timeZone",
                "America/Chicago",
                "fulfillmentTypes",
                List.of("SHIP"),
                "address",
                address(postalCode, region));
    }

    private static Map<String, Object> address(String postalCode, String region) {
        return Map.of(
                "name", "Somebody",
                "line1", "1 Main St",
                "city", "Somewhere",
                "region", region,
                "postalCode", postalCode,
                "country", "US");
    }

    private static Map<String, Object> order() {
        Map<String, Object> line = Map.of(
                "line", 1, "sku", "MUG", "quantity", 1, "unitPrice", Map.of("amount", "14.00", "currency", "USD"));
        return Map.of(
                "channel",
                "WEB",
                "externalNumber",
                "T" + ++orders,
                "currency",
                "USD",
                "placedAt",
                "2026-11-23T10:15:30Z",
                "shipTo",
                address("38118", "TN"),
                "lines",
                List.of(line));
    }

    private static JsonNode done(BraidProcess braid, String method, String path, @Nullable Object body)
            throws Exception {
        Reply reply = send(request(braid, method, path, body));
        assertThat(reply.status()).as(method + " " + path + " " + reply.body()).isBetween(200, 299);
        return reply.body();
    }

    private static Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), JSON.readTree(response.body()));
    }

    private static HttpRequest request(BraidProcess braid, String method, String path, @Nullable Object body)
            throws IOException {
        return HttpRequest.newBuilder(URI.create(braid.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }
}
