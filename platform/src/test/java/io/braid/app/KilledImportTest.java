package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The power goes in the middle of an import: what was answered is there, nothing is there twice, every sum holds. */
class KilledImportTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "brd_kill_" + "k".repeat(32);
    private static final int ORDERS = 6_000;

    @TempDir
    Path folder;

    @Test
    void an_import_that_is_killed_can_simply_be_sent_again() throws Exception {
        long seed = Long.getLong("braid.seed", System.nanoTime());
        System.out.println("KilledImportTest seed " + seed);
        int killAfter = 300 + new Random(seed).nextInt(ORDERS / 2);
        Path data = folder.resolve("data");
        Map<String, String> answered = new HashMap<>();

        try (BraidProcess braid = BraidProcess.ready(data, Map.of("BRAID_API_KEY", KEY))) {
            network(braid);
            importUntil(braid, killAfter, answered);
            braid.kill();
        }
        assertThat(BraidProcess.serversAfter(data, Duration.ofSeconds(15))).isEmpty();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(killAfter);

        try (BraidProcess again = BraidProcess.ready(data, Map.of("BRAID_API_KEY", KEY))) {
            Map<String, String> everything = new HashMap<>();
            importUntil(again, Integer.MAX_VALUE, everything);
            assertThat(everything).hasSize(ORDERS).containsAllEntriesOf(answered);
            Set<String> numbers = new HashSet<>(everything.values());
            assertThat(numbers).hasSize(ORDERS);
            BraidProcess verify = BraidProcess.start(data, Map.of(), "verify");
            assertThat(verify.exit()).as(verify.output()).isZero();
            again.stop();
        }
    }

    private static void network(BraidProcess braid) throws IOException {
        call(braid, "POST", "/products", Map.of("sku", "MUG", "upc", World.gtin(1), "name", "Mug"));
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("code", "MEM");
        location.put("name", "Memphis");
        location.put("kind", "WAREHOUSE");
        location.put("timeZone", "America/Chicago");
        location.put("fulfillmentTypes", List.of("SHIP"));
        location.put(
                "address",
                Map.of(
                        "name",
                        "Memphis",
                        "line1",
                        "1 Main St",
                        "city",
                        "Memphis",
                        "region",
                        "TN",
                        "postalCode",
                        "38118",
                        "country",
                        "US"));
        call(braid, "POST", "/locations", location);
        call(braid, "PUT", "/inventory/MEM/MUG", Map.of("onHand", ORDERS / 2));
    }

    private static void call(BraidProcess braid, String method, String path, Object body) throws IOException {
        HttpURLConnection connection = connect(braid, method, path);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(JSON.writeValueAsBytes(body));
        }
        assertThat(connection.getResponseCode()).isBetween(200, 299);
    }

    private static HttpURLConnection connect(BraidProcess braid, String method, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(braid.url() + "/api/v1" + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + KEY);
        connection.setRequestProperty("Content-Type", "application/json");
        return connection;
    }

    /** Sends every order and reads answers until enough are read, or the server is gone. */
    private static void importUntil(BraidProcess braid, int enough, Map<String, String> answered) throws IOException {
        HttpURLConnection connection = connect(braid, "POST", "/orders/import");
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setChunkedStreamingMode(16 * 1024);
        try (OutputStream out = connection.getOutputStream()) {
            for (int i = 1; i <= ORDERS; i++) {
                out.write((JSON.writeValueAsString(order(i)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && answered.size() < enough; line = in.readLine()) {
                JsonNode told = JSON.readTree(line);
                assertThat(told.at("/status").asString()).as(line).isIn("CREATED", "DUPLICATE");
                answered.put(
                        told.at("/line").asString(), told.at("/orderNumber").asString());
            }
        }
    }

    private static Map<String, Object> order(int i) {
        return Map.of(
                "channel",
                "WEB",
                "externalNumber",
                "K" + i,
                "currency",
                "USD",
                "placedAt",
                "2026-11-23T10:15:30Z",
                "shipTo",
                Map.of(
                        "name",
                        "A",
                        "line1",
                        "1 Main St",
                        "city",
                        "Memphis",
                        "region",
                        "TN",
                        "postalCode",
                        "38103",
                        "country",
                        "US"),
                "lines",
                List.of(Map.of(
                        "line",
                        1,
                        "sku",
                        "MUG",
                        "quantity",
                        1,
                        "unitPrice",
                        Map.of("amount", "14.00", "currency", "USD"))));
    }
}
