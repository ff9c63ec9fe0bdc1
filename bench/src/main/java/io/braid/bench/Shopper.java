package io.braid.bench;

import io.braid.store.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes orders of one to five lines to real addresses, each with a number of its own; one seed, one row of orders. */
final class Shopper {
    private static final int LINES_MAX = 5;

    private final Places places;
    private final Random random = new Random(7);
    private int orders;

    Shopper(Places places) {
        this.places = places;
    }

    byte[] order() {
        int number = ++orders;
        Places.Place to = places.any(random);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("channel", "WEB");
        order.put("externalNumber", String.format(Locale.ROOT, "W%09d", number));
        order.put("currency", "USD");
        order.put("placedAt", "2026-11-23T10:15:30Z");
        order.put(
                "customer",
                Map.of("name", "Shopper " + number, "email", "s" + number + "@example.com", "phone", "+12025550100"));
        order.put("shipTo", to.address("Shopper " + number));
        order.put("fulfillmentType", "SHIP");
        order.put("requestedService", "GROUND");
        order.put("attributes", Map.of());
        order.put("lines", lines());
        return Json.bytes(order);
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = 1 + random.nextInt(LINES_MAX);
        for (int line = 1; line <= count; line++) {
            lines.add(Map.of(
                    "line",
                    line,
                    "sku",
                    Network.sku(random.nextInt(Network.PRODUCTS)),
                    "quantity",
                    1 + random.nextInt(3),
                    "unitPrice",
                    Map.of("amount", (5 + random.nextInt(95)) + ".99", "currency", "USD")));
        }
        return lines;
    }

    List<byte[]> orders(int count) {
        List<byte[]> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(order());
        }
        return made;
    }
}
