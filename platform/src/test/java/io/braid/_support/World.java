package io.braid._support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;

/**
 * A small network of its own inside a running Braid: every code and number of a world begins with its own mark, and its
 * products lie at its own locations alone, so that worlds do not see each other. Everything goes through the API.
 */
public final class World {
    private static final AtomicLong NEXT = new AtomicLong();
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final BraidUnderTest braid;
    private final String mark;
    private final long number;
    private int products;
    private int orders;

    private World(BraidUnderTest braid, long number) {
        this.braid = braid;
        this.number = number;
        this.mark = "w" + number;
    }

    public static World in(BraidUnderTest braid) {
        return new World(braid, NEXT.incrementAndGet());
    }

    public BraidUnderTest braid() {
        return braid;
    }

    public String named(String name) {
        return mark + "-" + name;
    }

    /** A product with a GTIN of its own. */
    public String product(String name) {
        String sku = named(name);
        done(braid.post(
                "/api/v1/products",
                Map.of("sku", sku, "upc", gtin(number * 10_000 + ++products), "name", name, "weightGrams", 500)));
        return sku;
    }

    /** A valid GTIN-14 for a running number. */
    public static String gtin(long running) {
        String digits = String.format("%013d", running);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    public String vendor(String name) {
        String code = named(name);
        done(braid.post("/api/v1/vendors", Map.of("code", code, "name", code, "email", code + "@example.com")));
        return code;
    }

    /** A priced item; the vendor can be activated once it has one and a location. */
    public void item(String vendor, String sku, String unitCost) {
        done(braid.post(
                "/api/v1/vendors/" + vendor + "/items",
                Map.of("vendorSku", "V-" + sku, "sku", sku, "unitCost", usd(unitCost), "validFrom", "2026-01-01")));
    }

    public void activate(String vendor) {
        done(braid.post("/api/v1/vendors/" + vendor + "/activation", Map.of()));
    }

    public String vendorKey(String vendor) {
        return done(braid.post("/api/v1/api-keys", Map.of("name", vendor, "vendor", vendor, "scopes", List.of("*"))))
                .text("/key");
    }

    public String warehouse(String name, String postalCode) {
        return location(name, "WAREHOUSE", postalCode, Map.of());
    }

    public String vendorLocation(String vendor, String name, String postalCode) {
        return location(name, "VENDOR", postalCode, Map.of("vendor", vendor));
    }

    public String location(String name, String kind, String postalCode, Map<String, ?> more) {
        String code = named(name);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("name", code);
        body.put("kind", kind);
        body.put("timeZone", "America/Chicago");
        body.put(
                "operatingHours",
                DAYS.stream()
                        .map(day -> Map.of("day", day, "open", "00:00", "close", "23:59"))
                        .toList());
        body.put("cutOff", "23:59");
        body.put("fulfillmentTypes", List.of("SHIP"));
        body.put(
                "address",
                Map.of(
                        "name",
                        code,
                        "line1",
                        "1 Main St",
                        "city",
                        "Somewhere",
                        "region",
                        "TN",
                        "postalCode",
                        postalCode,
                        "country",
                        "US"));
        body.putAll(more);
        done(braid.post("/api/v1/locations", body));
        return code;
    }

    public void stock(String location, String sku, int units) {
        done(braid.put("/api/v1/inventory/" + location + "/" + sku, Map.of("onHand", units)));
    }

    public Answer position(String location, String sku) {
        return braid.get("/api/v1/inventory?location=" + location + "&sku=" + sku);
    }

    /** An order to Memphis; {@code lines} are sku and quantity in turn. */
    public Map<String, Object> orderFor(Object... lines) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = 0; i < lines.length; i += 2) {
            parts.add(Map.of("line", i / 2 + 1, "sku", lines[i], "quantity", lines[i + 1], "unitPrice", usd("14.00")));
        }
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("channel", mark);
        order.put("externalNumber", mark + "-" + ++orders);
        order.put("currency", "USD");
        order.put("placedAt", "2026-11-23T10:15:30Z");
        order.put("customer", Map.of("name", "A Shopper", "email", "shopper@example.com"));
        order.put(
                "shipTo",
                Map.of(
                        "name",
                        "A Shopper",
                        "line1",
                        "1 Main St",
                        "city",
                        "Memphis",
                        "region",
                        "TN",
                        "postalCode",
                        "38103",
                        "country",
                        "US"));
        order.put("fulfillmentType", "SHIP");
        order.put("lines", parts);
        return order;
    }

    public Answer place(Object... lines) {
        return done(braid.post("/api/v1/orders", orderFor(lines)));
    }

    public static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    /** The answer, which must be a success. */
    public static Answer done(Answer answer) {
        Assertions.assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
