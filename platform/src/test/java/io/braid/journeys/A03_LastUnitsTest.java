package io.braid.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sixty-four clients want the last hundred units. */
class A03_LastUnitsTest {
    private static final int CLIENTS = 64;
    private static final int ORDERS_EACH = 4;
    private static final int UNITS = 100;

    private final World world = World.in(BraidUnderTest.shared());

    @Test
    void exactly_the_last_hundred_units_are_promised_and_everybody_is_answered() throws Exception {
        String mug = world.product("MUG");
        String memphis = world.warehouse("MEM", "38118");
        world.stock(memphis, mug, UNITS);

        Map<String, Integer> states = race(index -> world.orderFor(mug, 1));

        assertThat(states).isEqualTo(Map.of("ROUTED", UNITS, "BACKORDERED", CLIENTS * ORDERS_EACH - UNITS));
        assertThat(world.position(memphis, mug).text("/items/0/reserved")).isEqualTo(Integer.toString(UNITS));
        assertThat(world.position(memphis, mug).text("/items/0/available")).isEqualTo("0");
    }

    @Test
    void units_at_several_locations_and_of_several_products_are_never_promised_twice() throws Exception {
        long seed = Long.getLong("braid.seed", 64L);
        System.out.println("A03 seed " + seed);
        Random random = new Random(seed);
        List<String> skus = List.of(world.product("A"), world.product("B"), world.product("C"));
        List<String> locations = List.of(
                world.warehouse("MEM", "38118"), world.warehouse("NYC", "10001"), world.warehouse("LA", "90001"));
        for (String location : locations) {
            for (String sku : skus) {
                world.stock(location, sku, 20 + random.nextInt(20));
            }
        }

        race(index -> {
            String first = skus.get(index % 3);
            String second = skus.get((index + 1) % 3);
            return world.orderFor(first, 1 + index % 2, second, 1);
        });

        for (String location : locations) {
            for (String sku : skus) {
                Answer position = world.position(location, sku);
                int reserved = Integer.parseInt(position.text("/items/0/reserved"));
                assertThat(reserved).isBetween(0, Integer.parseInt(position.text("/items/0/onHand")));
            }
        }
    }

    private interface Orders {
        Map<String, Object> order(int index);
    }

    /** All clients start at once; how many orders ended in which state. */
    private Map<String, Integer> race(Orders orders) throws Exception {
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (int i = 0; i < CLIENTS * ORDERS_EACH; i++) {
            bodies.add(orders.order(i));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Answer>>> clients = new ArrayList<>();
        Map<String, Integer> states = new TreeMap<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                List<Map<String, Object>> mine = bodies.subList(client * ORDERS_EACH, (client + 1) * ORDERS_EACH);
                clients.add(pool.submit(() -> {
                    start.await();
                    return mine.stream()
                            .map(body -> world.braid().post("/api/v1/orders", body))
                            .toList();
                }));
            }
            start.countDown();
            for (Future<List<Answer>> client : clients) {
                for (Answer answer : client.get()) {
                    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                    states.merge(answer.text("/state"), 1, Integer::sum);
                }
            }
        }
        return states;
    }
}
