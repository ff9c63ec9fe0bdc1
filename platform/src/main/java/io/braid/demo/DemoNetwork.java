package io.braid.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * 4 distribution centres, 40 stores, 25 vendors with 60 warehouses, 2,000 products with prices, costs and stock: two in
 * five of them only with vendors.
 */
final class DemoNetwork {
    static final int PRODUCTS = 2_000;
    private static final int CENTERS = 4;
    private static final int STORES = 40;
    private static final int VENDORS = 25;
    private static final int VENDOR_LOCATIONS = 60;

    /** The retailer keeps these itself, vendors some of them too; what comes after them only vendors keep. */
    private static final int OWN_PRODUCTS = 1_200;

    /** GS1's prefix for numbers that never leave the house. */
    private static final long FIRST_GTIN = 200_000_000_000L;

    private static final List<String> ADJECTIVES =
            List.of("Oak", "Steel", "Linen", "Walnut", "Ceramic", "Brass", "Wool", "Glass", "Marble", "Cotton");
    private static final List<String> NOUNS = List.of(
            "Mug", "Lamp", "Rug", "Chair", "Vase", "Throw", "Mirror", "Tray", "Clock", "Bowl", "Basket", "Shelf",
            "Stool", "Candle", "Planter", "Frame", "Kettle", "Pillow", "Table", "Bench");
    private static final List<String> VENDOR_NAMES = List.of(
            "Acme Home",
            "Bolt Lighting",
            "Cedar Works",
            "Delta Textiles",
            "Ember Ceramics",
            "Fjord Living",
            "Granite Goods",
            "Harbor Glass",
            "Iris Decor",
            "Juniper Craft",
            "Keystone Metal",
            "Lakeside Linen",
            "Meridian Wood",
            "Northwind Rugs",
            "Orchard Outdoor",
            "Prairie Pottery",
            "Quarry Stone",
            "Ridge Furniture",
            "Summit Storage",
            "Timber Trail",
            "Union Kitchen",
            "Valley Vases",
            "Willow Weave",
            "Yarrow Candle",
            "Zephyr Fans");

    private final DemoClient operator;
    private final RandomGenerator random;
    private final List<City> cities = readCities();
    private final List<String> vendors = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, List<Integer>> assortment = new LinkedHashMap<>();

    DemoNetwork(DemoClient operator, RandomGenerator random) {
        this.operator = operator;
        this.random = random;
    }

    record City(String name, String region, String postalCode, String timeZone) {}

    void build() {
        products();
        ownLocations();
        inviteVendors();
        vendorLocations();
        stock();
        vendors.forEach(vendor -> operator.post("/vendors/" + vendor + "/activation", Map.of()));
    }

    String vendorKey(String vendor) {
        return keys.computeIfAbsent(
                vendor,
                v -> operator.post("/api-keys", Map.of("name", "demo " + v, "vendor", v, "scopes", List.of("*")))
                        .at("/key")
                        .asString());
    }

    static String sku(int product) {
        return String.format(Locale.ROOT, "SKU-%04d", product);
    }

    /** What the shop asks for a product, in cents. */
    static int priceCents(int product) {
        return 900 + (product * 7_919) % 18_000;
    }

    private static int costCents(int product) {
        return priceCents(product) * 52 / 100;
    }

    private void products() {
        StringBuilder csv = new StringBuilder("sku,upc,name,weightGrams,unitCost,currency\n");
        for (int i = 1; i <= PRODUCTS; i++) {
            String name = ADJECTIVES.get(i % ADJECTIVES.size()) + " " + NOUNS.get(i % NOUNS.size()) + " " + i;
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%d,%s,USD%n",
                    sku(i),
                    gtin(FIRST_GTIN + i),
                    name,
                    200 + i % 50 * 100,
                    money(costCents(i))));
        }
        operator.csv("/products/import", csv.toString());
    }

    static String money(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private static String gtin(long running) {
        String digits = String.format(Locale.ROOT, "%013d", running);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void ownLocations() {
        for (int i = 0; i < CENTERS; i++) {
            String code = "DC-" + cities.get(i).region();
            location(code, "DISTRIBUTION_CENTER", cities.get(i), Map.of("rank", 10, "autoAcknowledge", true));
            assortment.put(code, some(1, OWN_PRODUCTS, 0.85));
        }
        for (int i = 0; i < STORES; i++) {
            City city = cities.get(CENTERS + i);
            String code = "ST-" + city.postalCode();
            location(code, "STORE", city, Map.of("rank", 50, "dailyCapacity", 40));
            assortment.put(code, some(1, OWN_PRODUCTS, 0.25));
        }
    }

    private void location(String code, String kind, City city, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("name", city.name() + " " + kind.replace('_', ' ').toLowerCase(Locale.ROOT));
        body.put("kind", kind);
        body.put("timeZone", city.timeZone());
        body.put(
                "operatingHours",
                week(kind.equals("STORE") ? "10:00" : "06:00", kind.equals("STORE") ? "20:00" : "22:00"));
        body.put("cutOff", kind.equals("STORE") ? "17:00" : "20:00");
        body.put("fulfillmentTypes", List.of("SHIP"));
        body.put("groups", List.of(kind.equals("STORE") ? "stores" : "hubs"));
        body.put(
                "address",
                Map.of(
                        "name",
                        city.name(),
                        "line1",
                        "100 Commerce Way",
                        "city",
                        city.name(),
                        "region",
                        city.region(),
                        "postalCode",
                        city.postalCode(),
                        "country",
                        "US"));
        body.putAll(more);
        operator.post("/locations", body);
    }

    private static List<Map<String, String>> week(String open, String close) {
        return List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN").stream()
                .map(day -> Map.of("day", day, "open", open, "close", close))
                .toList();
    }

    private void inviteVendors() {
        for (int i = 0; i < VENDORS; i++) {
            String name = VENDOR_NAMES.get(i);
            String email = "orders@" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
            JsonNode vendor = operator.post(
                    "/vendors",
                    Map.of(
                            "name",
                            name,
                            "email",
                            email,
                            "contact",
                            Map.of("name", "Order desk", "email", email, "phone", "+1202555" + (1_000 + i))));
            String code = vendor.at("/code").asString();
            vendors.add(code);
            StringBuilder csv = new StringBuilder("vendorSku,sku,unitCost,currency,validFrom\n");
            List<Integer> items = some(1, OWN_PRODUCTS, 0.03);
            items.addAll(some(OWN_PRODUCTS + 1, PRODUCTS, 0.12));
            for (int product : items) {
                int cents = costCents(product) * (85 + random.nextInt(25)) / 100;
                csv.append(code, 0, 3)
                        .append('-')
                        .append(product)
                        .append(',')
                        .append(sku(product))
                        .append(',')
                        .append(money(cents))
                        .append(",USD,2026-01-01\n");
            }
            operator.csv("/vendors/" + code + "/items/import", csv.toString());
            assortment.put(code, items);
        }
    }

    private void vendorLocations() {
        for (int i = 0; i < VENDOR_LOCATIONS; i++) {
            String vendor = vendors.get(i % VENDORS);
            City city = cities.get((i * 7 + 3) % cities.size());
            String code = vendor.toUpperCase(Locale.ROOT) + "-" + (i / VENDORS + 1);
            location(code, "VENDOR", city, Map.of("vendor", vendor, "rank", 30, "groups", List.of("vendors")));
            assortment.put(code, Objects.requireNonNull(assortment.get(vendor)));
        }
        vendors.forEach(assortment::remove);
    }

    private void stock() {
        assortment.forEach((location, products) -> {
            StringBuilder csv = new StringBuilder("sku,onHand,safetyStock\n");
            int most = location.startsWith("DC-") ? 120 : location.startsWith("ST-") ? 8 : 60;
            for (int product : products) {
                csv.append(sku(product))
                        .append(',')
                        .append(random.nextInt(most + 1))
                        .append(',')
                        .append(location.startsWith("ST-") ? 1 : 0)
                        .append('\n');
            }
            operator.csv("/inventory/feeds?mode=FULL&location=" + location, csv.toString());
        });
    }

    private List<Integer> some(int first, int last, double share) {
        List<Integer> chosen = new ArrayList<>();
        for (int product = first; product <= last; product++) {
            if (random.nextDouble() < share) {
                chosen.add(product);
            }
        }
        return chosen;
    }

    private static List<City> readCities() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoNetwork.class.getResourceAsStream("/demo/cities.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(part -> new City(part[0], part[1], part[2], part[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
