package io.braid.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Three days of orders: placed at all hours, most of them acknowledged and shipped in time, some short, some refused,
 * some forgotten. Everything happens in the order of time, through the API, by whoever's turn it is.
 */
final class DemoLife {
    private static final int ORDERS = 500;
    static final Duration DAYS = Duration.ofDays(3);

    private final DemoClient operator;
    private final DemoNetwork network;
    private final DemoClock clock;
    private final RandomGenerator random;
    private final List<String[]> places;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> byVendor = new TreeMap<>();
    private String lastOrder = "";

    DemoLife(DemoClient operator, DemoNetwork network, DemoClock clock, RandomGenerator random) {
        this.operator = operator;
        this.network = network;
        this.clock = clock;
        this.random = random;
        this.places = readPlaces();
    }

    private record Event(Instant at, Runnable deed) {}

    void live(Instant now) {
        for (int i = 1; i <= ORDERS; i++) {
            int number = i;
            Instant at = now.minus(DAYS).plus(DAYS.multipliedBy(i).dividedBy(ORDERS + 1L));
            events.add(new Event(at, () -> place(number, at)));
        }
        for (Event next = events.poll(); next != null && next.at().isBefore(now); next = events.poll()) {
            clock.standAt(next.at());
            next.deed().run();
        }
        clock.run();
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /** The vendor with the most purchase orders. */
    String busiestVendor() {
        return Collections.max(byVendor.entrySet(), Map.Entry.comparingByValue())
                .getKey();
    }

    String lastOrder() {
        return lastOrder;
    }

    private void place(int number, Instant at) {
        List<Map<String, Object>> lines = lines();
        String[] place = places.get(random.nextInt(places.size()));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("channel", random.nextInt(4) == 0 ? "MARKETPLACE" : "WEB");
        order.put("externalNumber", "D" + (10_000 + number));
        order.put("currency", "USD");
        order.put("placedAt", at.toString());
        order.put("customer", Map.of("name", "Shopper " + number, "email", "shopper" + number + "@example.com"));
        order.put(
                "shipTo",
                Map.of(
                        "name",
                        "Shopper " + number,
                        "line1",
                        (1 + random.nextInt(999)) + " Main St",
                        "city",
                        place[1],
                        "region",
                        place[2],
                        "postalCode",
                        place[0],
                        "country",
                        "US"));
        order.put("fulfillmentType", "SHIP");
        order.put("requestedService", "GROUND");
        order.put("lines", lines);
        JsonNode placed = operator.post("/orders", order);
        lastOrder = placed.at("/orderNumber").asString();
        count("orders " + placed.at("/state").asString());
        placed.at("/shipments").forEach(shipment -> {
            if (!vendor(shipment).isEmpty()) {
                byVendor.merge(vendor(shipment), 1, Integer::sum);
            }
            schedule(shipment, at);
        });
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        int first = 1 + random.nextInt(DemoNetwork.PRODUCTS);
        for (int line = 1; line <= 1 + random.nextInt(5); line++) {
            int product = 1 + (first + line * 37) % DemoNetwork.PRODUCTS;
            lines.add(Map.of(
                    "line",
                    line,
                    "sku",
                    DemoNetwork.sku(product),
                    "quantity",
                    1 + random.nextInt(3),
                    "unitPrice",
                    Map.of("amount", DemoNetwork.money(DemoNetwork.priceCents(product)), "currency", "USD")));
        }
        return lines;
    }

    /** One in eight is forgotten: that is what late looks like. */
    private void schedule(JsonNode shipment, Instant at) {
        if (random.nextInt(8) == 0) {
            return;
        }
        Instant acknowledged = at.plus(Duration.ofMinutes(30 + random.nextInt(600)));
        if (shipment.at("/state").asString().equals("READY")) {
            events.add(new Event(acknowledged, () -> acknowledge(shipment, acknowledged)));
        } else {
            scheduleShipping(shipment, acknowledged);
        }
    }

    private void scheduleShipping(JsonNode shipment, Instant after) {
        Instant shipped = after.plus(Duration.ofMinutes(60 + random.nextInt(1_500)));
        events.add(new Event(shipped, () -> ship(shipment)));
    }

    private void acknowledge(JsonNode shipment, Instant at) {
        int luck = random.nextInt(20);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode line : shipment.at("/lines")) {
            int quantity = line.at("/quantity").asInt();
            int accepted = luck == 0 ? 0 : luck < 3 && lines.isEmpty() ? quantity - 1 : quantity;
            Map<String, Object> told =
                    new LinkedHashMap<>(Map.of("line", line.at("/line").asInt(), "accepted", accepted));
            if (accepted < quantity) {
                told.put("reason", luck == 0 ? "CANNOT_SHIP_IN_TIME" : "DAMAGED");
            }
            lines.add(told);
        }
        JsonNode after = by(shipment).post(path(shipment) + "/acknowledgement", Map.of("lines", lines));
        count("acknowledged " + after.at("/state").asString());
        if (after.at("/state").asString().equals("ACKNOWLEDGED")) {
            scheduleShipping(after, at);
        }
    }

    private void ship(JsonNode shipment) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode line : shipment.at("/lines")) {
            int units = line.at("/quantity").asInt()
                    - line.at("/canceled").asInt()
                    - line.at("/shipped").asInt();
            if (units > 0) {
                lines.add(Map.of("line", line.at("/line").asInt(), "quantity", units));
            }
        }
        String tracking = "1Z999AA1" + (10_000_000 + random.nextInt(89_999_999));
        by(shipment)
                .post(
                        path(shipment) + "/ship-notices",
                        Map.of(
                                "packages",
                                List.of(Map.of(
                                        "carrier",
                                        "UPS",
                                        "service",
                                        "GROUND",
                                        "trackingNumber",
                                        tracking,
                                        "lines",
                                        lines))));
        count("shipped");
    }

    /** A vendor's shipment is worked on with the vendor's key. */
    private DemoClient by(JsonNode shipment) {
        String vendor = vendor(shipment);
        return vendor.isEmpty() ? operator : operator.with(network.vendorKey(vendor));
    }

    private static String path(JsonNode shipment) {
        String number = shipment.at("/shipmentNumber").asString();
        return vendor(shipment).isEmpty() ? "/shipments/" + number : "/vendor/purchase-orders/" + number;
    }

    private static String vendor(JsonNode shipment) {
        String location = shipment.at("/location").asString();
        boolean owned = location.startsWith("DC-") || location.startsWith("ST-");
        return owned
                ? ""
                : shipment.at("/vendor")
                        .asString(
                                location.substring(0, location.lastIndexOf('-')).toLowerCase(Locale.ROOT));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Every seventh postal code of the country: code, place, state. */
    private static List<String[]> readPlaces() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(DemoLife.class.getResourceAsStream("/geo/us-postal.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String[]> places = new ArrayList<>();
            int row = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] place = line.split(",", -1);
                boolean civilian = !place[1].isBlank() && !place[2].isBlank();
                if (row++ % 7 == 1 && civilian) {
                    places.add(place);
                }
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
