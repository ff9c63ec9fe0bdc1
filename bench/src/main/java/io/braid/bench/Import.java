package io.braid.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of orders, sent at once. */
final class Import {
    private Import() {}

    /** Sends a file of orders; every line must have become an order. No latencies are taken. */
    static long[] all(Api api, List<byte[]> orders) throws IOException, InterruptedException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] order : orders) {
            file.write(order);
            file.write('\n');
        }
        int created = 0;
        String other = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(api.stream("/orders/import", file.toByteArray()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"CREATED\"")) {
                    created++;
                } else {
                    other = line;
                }
            }
        }
        if (created != orders.size()) {
            throw new IllegalStateException(
                    created + " of " + orders.size() + " orders were created; the last that was not: " + other);
        }
        return new long[1];
    }
}
