package io.braid._support;

import io.braid.app.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application on a free port over a database of its own, reached over HTTP like any client, with a clock that
 * stands still until it is turned. {@link #shared()} is started once per test JVM; tests that share it must not assume
 * that it is empty.
 */
public final class BraidUnderTest implements AutoCloseable {
    public static final String OPERATOR_KEY = "brd_test_" + "k".repeat(32);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TurnableClock clock = new TurnableClock();
    private final TestDatabase database = TestDatabase.freshDatabase();
    private final ConfigurableApplicationContext context;

    private BraidUnderTest(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BRAID_API_KEY", OPERATOR_KEY,
                "BRAID_DATA", "target/braid-under-test",
                "BRAID_ADMIN_EMAIL", "admin@example.com",
                "BRAID_ADMIN_PASSWORD", "correct horse battery staple"));
        environment.putAll(settings);
        context = TestServer.shared().start(database.name(), clock, environment);
    }

    public static BraidUnderTest shared() {
        return Shared.BRAID;
    }

    public static BraidUnderTest start() {
        return start(Map.of());
    }

    /** With settings of its own besides. */
    public static BraidUnderTest start(Map<String, String> settings) {
        return new BraidUnderTest(settings);
    }

    public TurnableClock clock() {
        return clock;
    }

    public TestDatabase database() {
        return database;
    }

    /** For the few tests that must reach behind HTTP. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI uri(String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Answer get(String path) {
        return get(path, OPERATOR_KEY);
    }

    public Answer get(String path, String key) {
        return send(request(path, key).GET());
    }

    /** The body: a string is sent as it is, anything else as JSON. An idempotency key of its own is sent along. */
    public Answer post(String path, Object body) {
        return post(path, body, OPERATOR_KEY);
    }

    public Answer post(String path, Object body, String key) {
        return send(request(path, key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(publisher(body)));
    }

    public Answer put(String path, Object body) {
        return put(path, body, OPERATOR_KEY);
    }

    public Answer put(String path, Object body, String key) {
        return send(request(path, key).PUT(publisher(body)));
    }

    /** To add or replace headers before {@link #send}. */
    public HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A body that is no text. */
    public byte[] bytes(String path, String key) {
        try {
            return CLIENT.send(request(path, key).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static final class Shared {
        private static final BraidUnderTest BRAID = new BraidUnderTest(Map.of());
    }
}
