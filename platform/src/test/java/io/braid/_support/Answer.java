package io.braid._support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back: {@code json} is a missing node when the body is not JSON. */
public record Answer(int status, HttpHeaders headers, String body, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body(), parsed(response.body()));
    }

    /** The header's first value, or the empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** By JSON pointer: {@code text("/lines/0/sku")}. */
    public String text(String pointer) {
        return json.at(pointer).asString("");
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
