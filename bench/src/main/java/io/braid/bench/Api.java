package io.braid.bench;

import io.braid.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls that prepare a run; a refusal ends it. Not for measuring: {@link Load} is. */
final class Api implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Api(int port) {
        this.port = port;
    }

    void post(String path, Object body) {
        send("POST", path, "application/json", Json.bytes(body));
    }

    void put(String path, Object body) {
        send("PUT", path, "application/json", Json.bytes(body));
    }

    /** What a post is answered. */
    Map<String, Object> answer(String path, Object body) {
        return map(send("POST", path, "application/json", Json.bytes(body)));
    }

    Map<String, Object> get(String path) {
        HttpRequest request = request(path, "application/json").GET().build();
        try {
            return map(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<String, Object> map(byte[] answer) {
        return Json.readMap(new String(answer, StandardCharsets.UTF_8));
    }

    /** A key of a vendor. */
    String key(String vendor) {
        return String.valueOf(answer("/api-keys", Map.of("name", "bench", "vendor", vendor, "scopes", List.of("*")))
                .get("key"));
    }

    void csv(String path, String table) {
        send("POST", path, "text/csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] send(String method, String path, String type, byte[] body) {
        HttpRequest request = request(path, type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " was answered " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends a stream and hands back the stream that is answered. */
    InputStream stream(String path, byte[] lines) throws IOException, InterruptedException {
        HttpRequest request = request(path, "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(lines))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + " "
                    + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + BraidProcess.KEY)
                .header("Content-Type", type);
    }

    @Override
    public void close() {
        client.close();
    }
}
