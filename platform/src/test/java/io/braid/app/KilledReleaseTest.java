package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Eventually;
import io.braid._support.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The power goes between an arrival and the release of those who wait: nobody is forgotten, nobody served twice. */
class KilledReleaseTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "brd_kill_" + "k".repeat(32);
    private static final int WAITING = 400;
    private static final int UNITS = 250;

    @TempDir
    Path folder;

    @Test
    void whoever_waits_is_served_after_the_next_start() throws Exception {
        long seed = Long.getLong("braid.seed", System.nanoTime());
        System.out.println("KilledReleaseTest seed " + seed);
        Path data = folder.resolve("data");
        try (BraidProcess braid = BraidProcess.ready(data, Map.of("BRAID_API_KEY", KEY))) {
            call(braid, "POST", "/products", Map.of("sku", "MUG", "upc", World.gtin(1), "name", "Mug"));
            call(braid, "POST", "/locations", location());
            for (int i = 1; i <= WAITING; i++) {
                call(braid, "POST", "/orders", order(i));
            }
            call(braid, "PUT", "/inventory/MEM/MUG", Map.of("onHand", UNITS));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(new Random(seed).nextInt(60)));
            braid.kill();
        }
        assertThat(BraidProcess.serversAfter(data, Duration.ofSeconds(15))).isEmpty();

        try (BraidProcess again = BraidProcess.ready(data, Map.of("BRAID_API_KEY", KEY))) {
            Eventually.within(
                    Duration.ofSeconds(15),
                    () -> assertThat(call(again, "GET", "/inventory?location=MEM&sku=MUG", null)
                                    .at("/items/0/reserved")
                                    .asInt())
                            .isEqualTo(UNITS));
            assertThat(state(again, 1)).isEqualTo("ROUTED");
            assertThat(state(again, UNITS)).isEqualTo("ROUTED");
            assertThat(state(again, UNITS + 1)).isEqualTo("BACKORDERED");
            BraidProcess verify = BraidProcess.start(data, Map.of(), "verify");
            assertThat(verify.exit()).as(verify.output()).isZero();
            again.stop();
        }
    }

    private static String state(BraidProcess braid, int i) throws IOException {
        return call(braid, "GET", "/orders?channel=WEB&externalNumber=B" + i, null)
                .at("/items/0/state")
                .asString();
    }

    private static Map<String, Object> location() {
        return Map.of(
                "code",
                "MEM",
                "name",
                "Memphis",
                "kind",
                "WAREHOUSE",
                "timeZone",
                "America/Chicago",
                "fulfillmentTypes",
                List.of("SHIP"),
                "address",
                address());
    }

    private static Map<String, Object> address() {
        return Map.of(
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
                "US");
    }

    private static Map<String, Object> order(int i) {
        Map<String, Object> line = Map.of(
                "line", 1, "sku", "MUG", "quantity", 1, "unitPrice", Map.of("amount", "14.00", "currency", "USD"));
        return Map.of(
                "channel",
                "WEB",
                "externalNumber",
                "B" + i,
                "currency",
                "USD",
                "placedAt",
                "2026-11-23T10:15:30Z",
                "shipTo",
                address(),
                "lines",
                List.of(line));
    }

    private static JsonNode call(BraidProcess braid, String method, String path, @Nullable Object body)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(braid.url() + "/api/v1" + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + KEY);
        connection.setRequestProperty("Content-Type", "application/json");
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(JSON.writeValueAsBytes(body));
            }
        }
        assertThat(connection.getResponseCode()).isBetween(200, 299);
        try (InputStream in = connection.getInputStream()) {
            return JSON.readTree(in.readAllBytes());
        }
    }
}
