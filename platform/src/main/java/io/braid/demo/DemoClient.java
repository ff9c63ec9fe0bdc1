package io.braid.demo;

import io.braid.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** One caller of the API, with one key. What is not answered with success ends the demo and says why. */
final class DemoClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String key;

    DemoClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    DemoClient with(String otherKey) {
        return new DemoClient(base, otherKey);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, "application/json", Json.write(body));
    }

    JsonNode csv(String path, String rows) {
        return send("POST", path, "text/csv", rows);
    }

    JsonNode get(String path) {
        return send("GET", path, "application/json", "");
    }

    private JsonNode send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was interrupted", e);
        }
    }
}
