package io.braid.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One operation as the description tells it: {@code GET /api/v1/orders/{number}}. */
record Operation(String method, String path, String scope, String audience) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static List<Operation> of(JsonNode description) {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                if (METHODS.contains(one.getKey()) && !path.getKey().contains("/probes")) {
                    all.add(new Operation(
                            one.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            one.getValue().at("/x-scope").asString(),
                            one.getValue().at("/x-audience").asString()));
                }
            }
        }
        return all;
    }

    boolean isOpen() {
        return audience.equals("open");
    }

    boolean isForVendors() {
        return path.startsWith("/api/v1/vendor/");
    }

    boolean names() {
        return path.contains("{");
    }

    /** Below the portal's part of the API, with these values for its names in turn; the last one serves the rest. */
    String below(String values) {
        String below = path.substring(isForVendors() ? "/api/v1/vendor".length() : "/api/v1".length());
        String[] parts = values.split("/");
        for (int i = 0; below.contains("{"); i++) {
            below = below.replaceFirst("\\{[^}]+}", parts[Math.min(i, parts.length - 1)]);
        }
        return below;
    }

    /** Ends the very session that asks. */
    boolean endsItself() {
        return method.equals("DELETE") && path.endsWith("/sessions/current");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
