package io.braid.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every operation does, in one sentence each: kept in one file, so that they can be read and kept alike. */
final class OperationSummaries {
    private final Map<String, String> summaries = new HashMap<>();

    OperationSummaries() {
        try (InputStream in = OperationSummaries.class.getResourceAsStream("/operations.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\s+", 3);
                    summaries.put(parts[0] + " " + parts[1], parts[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String of(String method, String path) {
        return summaries.get(method + " " + path);
    }

    Map<String, String> all() {
        return Map.copyOf(summaries);
    }
}
