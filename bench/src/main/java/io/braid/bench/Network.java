package io.braid.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The network a benchmark runs on, the same for every run: a retailer with 4 distribution centres, 40 stores and 25
 * vendors with 60 warehouses, 2,000 products each lying at about 19 of them, in plenty. Everything goes in through the
 * API.
 */
final class Network {
    static final int PRODUCTS = 2_000;
    private static final int UNITS = 1_000_000;
    private static final int AT_CENTER = 1_500;
    private static final int AT_STORE = 400;
    private static final int AT_VENDOR = 240;
    private static final int STORES = 40;
    private static final int VENDORS = 25;
    private static final int VENDOR_WAREHOUSES = 60;
    private static final List<String> CENTERS = List.of("38118", "89408", "18031", "30336");

    private final Api api;
    private final Places places;
    private final int stores;
    private final Random random = new Random(1);
    private int positions;

    private Network(Api api, Places places, int stores) {
        this.stores = stores;
        this.api = api;
        this.places = places;
    }

    /** Answers how many positions there are. */
    static int seed(Api api, Places places) {
        return seed(api, places, STORES);
    }

    /** The same with another number of stores. */
    static int seed(Api api, Places places, int stores) {
        Network network = new Network(api, places, stores);
        network.products();
        network.owned();
        network.vendors();
        return network.positions;
    }

    static String sku(int product) {
        return String.format(Locale.ROOT, "SKU-%05d", product);
    }

    private void products() {
        StringBuilder table = new StringBuilder("sku,upc,name,weightGrams,unitCost,currency\n");
        for (int product = 0; product < PRODUCTS; product++) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s,%s,Product %d,%d,%d.%02d,USD\n",
                    sku(product),
                    gtin(product),
                    product,
                    100 + random.nextInt(5_000),
                    1 + random.nextInt(80),
                    random.nextInt(100)));
        }
        api.csv("/products/import", table.toString());
    }

    /** A valid GTIN-14. */
    private static String gtin(int running) {
        String digits = String.format(Locale.ROOT, "%013d", 4_000_000 + running);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void owned() {
        for (int i = 0; i < CENTERS.size(); i++) {
            String code = "DC-" + (i + 1);
            location(code, places.at(CENTERS.get(i)), Map.of("kind", "DISTRIBUTION_CENTER", "rank", 10));
            stock(code, sample(AT_CENTER));
        }
        for (int i = 1; i <= stores; i++) {
            String code = "STORE-" + i;
            location(code, places.any(random), Map.of("kind", "STORE", "rank", 50, "dailyCapacity", 1_000_000));
            stock(code, sample(AT_STORE));
        }
    }

    private void vendors() {
        for (int vendor = 1; vendor <= VENDORS; vendor++) {
            String code = "vendor-" + vendor;
            api.post(
                    "/vendors",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "Vendor " + vendor,
                            "email",
                            code + "@example.com",
                            "contact",
                            Map.of("name", "A Person", "email", code + "@example.com", "phone", "+12025550100")));
            int[] carried = sample(AT_VENDOR);
            for (int w = vendor; w <= VENDOR_WAREHOUSES; w += VENDORS) {
                location("VEND-" + w, places.any(random), Map.of("kind", "VENDOR", "vendor", code));
            }
            items(code, carried);
            api.post("/vendors/" + code + "/activation", Map.of());
            for (int w = vendor; w <= VENDOR_WAREHOUSES; w += VENDORS) {
                stock("VEND-" + w, carried);
            }
        }
    }

    private void items(String vendor, int[] carried) {
        StringBuilder table = new StringBuilder("vendorSku,sku,unitCost,currency,validFrom\n");
        for (int product : carried) {
            table.append(String.format(
                    Locale.ROOT,
                    "V%s-%d,%s,%d.%02d,USD,%s\n",
                    vendor.substring(vendor.indexOf('-') + 1),
                    product,
                    sku(product),
                    1 + random.nextInt(80),
                    random.nextInt(100),
                    LocalDate.of(2026, 1, 1)));
        }
        api.csv("/vendors/" + vendor + "/items/import", table.toString());
    }

    private void location(String code, Places.Place place, Map<String, ?> more) {
        List<Map<String, String>> hours = Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT")
                .map(day -> Map.of("day", day, "open", "08:00", "close", "20:00"))
                .toList();
        Map<String, Object> body = new HashMap<>(Map.of(
                "code", code,
                "name", code,
                "address", place.address(code),
                "timeZone", place.timeZone(),
                "operatingHours", hours,
                "holidays", List.of("2026-12-25", "2027-01-01"),
                "cutOff", "15:00",
                "fulfillmentTypes", List.of("SHIP"),
                "groups", List.of("all"),
                "attributes", Map.of("hazmat", false)));
        body.putAll(more);
        api.post("/locations", body);
    }

    private void stock(String location, int[] products) {
        StringBuilder table = new StringBuilder("sku,onHand,safetyStock\n");
        for (int product : products) {
            table.append(sku(product)).append(',').append(UNITS).append(",2\n");
        }
        api.csv("/inventory/feeds?mode=FULL&location=" + location, table.toString());
        positions += products.length;
    }

    private int[] sample(int size) {
        List<Integer> all = new ArrayList<>();
        for (int product = 0; product < PRODUCTS; product++) {
            all.add(product);
        }
        Collections.shuffle(all, random);
        int[] chosen = all.subList(0, size).stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(chosen);
        return chosen;
    }
}
