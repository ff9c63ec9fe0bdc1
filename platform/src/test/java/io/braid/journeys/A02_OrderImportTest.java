package io.braid.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.journal.Journal;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many orders at once, in any state of health. */
class A02_OrderImportTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLACES = List.of("38103", "10001", "90001", "60601", "75201", "98101", "33101");

    private World world = World.in(BraidUnderTest.shared());

    @Test
    void every_tenth_line_is_broken_and_the_others_are_placed() {
        String mug = world.product("MUG");
        world.stock(world.warehouse("MEM", "38118"), mug, 1_000);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            lines.add(i % 10 == 0 ? broken(i, mug) : JSON.writeValueAsString(world.orderFor(mug, 1)));
        }

        List<JsonNode> told = importOrders(lines);

        assertThat(told).hasSize(100);
        for (int i = 1; i <= 100; i++) {
            JsonNode line = told.get(i - 1);
            assertThat(line.at("/line").asInt()).isEqualTo(i);
            assertThat(line.at("/status").asString())
                    .as(line.toString())
                    .isEqualTo(i % 10 == 0 ? "REFUSED" : "CREATED");
        }
        assertThat(told.get(9).toString()).contains("/problems/").doesNotContain("Exception");
    }

    private String broken(int i, String mug) {
        return switch (i / 10 % 5) {
            case 0 -> "{\"channel\":";
            case 1 -> JSON.writeValueAsString(world.orderFor(mug, -1));
            case 2 -> JSON.writeValueAsString(world.orderFor(world.named("NOPE"), 1));
            case 3 -> JSON.writeValueAsString(world.orderFor(mug, 1)).replace("\"currency\":\"USD\",", "");
            default -> "[1,2,3]";
        };
    }

    @Test
    void the_same_file_again_places_nothing_twice() {
        String mug = world.product("MUG");
        String memphis = world.warehouse("MEM", "38118");
        world.stock(memphis, mug, 1_000);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            lines.add(JSON.writeValueAsString(world.orderFor(mug, 1)));
        }
        lines.add(lines.getFirst());

        List<JsonNode> first = importOrders(lines);
        List<JsonNode> second = importOrders(lines);

        assertThat(counts(first)).isEqualTo(Map.of("CREATED", 450, "DUPLICATE", 1));
        assertThat(counts(second)).isEqualTo(Map.of("DUPLICATE", 451));
        assertThat(second.getFirst().at("/orderNumber"))
                .isEqualTo(first.getFirst().at("/orderNumber"));
        assertThat(world.position(memphis, mug).text("/items/0/reserved")).isEqualTo("450");
    }

    @Test
    void ten_thousand_orders_of_a_mixed_network_all_end_in_a_defined_state_and_every_sum_holds() {
        long seed = Long.getLong("braid.seed", 20_261_123L);
        System.out.println("A02 seed " + seed);
        Random random = new Random(seed);
        try (BraidUnderTest own = BraidUnderTest.start()) {
            world = World.in(own);
            List<String> skus = network(random);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                lines.add(JSON.writeValueAsString(randomOrder(random, skus)));
            }

            Map<String, Integer> states = states(importOrders(lines));

            System.out.println("A02 states " + states);
            assertThat(states.keySet()).containsExactlyInAnyOrder("ROUTED", "BACKORDERED");
            assertThat(states.values().stream().mapToInt(n -> n).sum()).isEqualTo(10_000);
            assertThat(own.bean(Invariants.class).check()).allMatch(Finding::holds);
            assertThat(own.bean(Journal.class).verify(null).ok()).isTrue();
        }
    }

    private static Map<String, Integer> states(List<JsonNode> told) {
        Map<String, Integer> states = new TreeMap<>();
        for (JsonNode line : told) {
            assertThat(line.at("/status").asString()).as(line.toString()).isEqualTo("CREATED");
            states.merge(line.at("/state").asString(), 1, Integer::sum);
        }
        return states;
    }

    /** Forty products at twelve locations, a third of them a vendor's, with too little stock for everybody. */
    private List<String> network(Random random) {
        String vendor = world.vendor("acme");
        List<String> skus = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String sku = world.product("P" + i);
            skus.add(sku);
            world.item(vendor, sku, "3." + (10 + i));
        }
        for (int i = 0; i < 12; i++) {
            String place = PLACES.get(i % PLACES.size());
            String location =
                    i % 3 == 0 ? world.vendorLocation(vendor, "V" + i, place) : world.warehouse("O" + i, place);
            for (String sku : skus) {
                if (random.nextInt(3) > 0) {
                    world.stock(location, sku, random.nextInt(200));
                }
            }
        }
        world.activate(vendor);
        return skus;
    }

    private Map<String, Object> randomOrder(Random random, List<String> skus) {
        List<String> shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, random);
        List<Object> wanted = new ArrayList<>();
        for (int line = 0; line <= random.nextInt(5); line++) {
            wanted.add(shuffled.get(line));
            wanted.add(1 + random.nextInt(3));
        }
        Map<String, Object> order = world.orderFor(wanted.toArray());
        order.put(
                "shipTo",
                Map.of(
                        "name",
                        "A",
                        "line1",
                        "1 Main St",
                        "city",
                        "C",
                        "region",
                        "R",
                        "postalCode",
                        PLACES.get(random.nextInt(PLACES.size())),
                        "country",
                        "US"));
        return order;
    }

    private List<JsonNode> importOrders(List<String> lines) {
        Answer answer = world.braid()
                .send(world.braid()
                        .request("/api/v1/orders/import", BraidUnderTest.OPERATOR_KEY)
                        .setHeader("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private static Map<String, Integer> counts(List<JsonNode> told) {
        Map<String, Integer> counts = new TreeMap<>();
        told.forEach(line -> counts.merge(line.at("/status").asString(), 1, Integer::sum));
        return counts;
    }
}
