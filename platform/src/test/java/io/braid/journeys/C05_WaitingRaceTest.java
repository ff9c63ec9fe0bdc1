package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import io.braid.journal.Journal;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Arrivals, orders, cancellations and withdrawals at once: every sum holds, and nobody who could be served waits. */
class C05_WaitingRaceTest {
    private static final int CLIENTS = 32;
    private static final int DEEDS_EACH = 12;
    private static final int BUSY_MAX = 20;

    private final long seed = Long.getLong("braid.seed", System.nanoTime());
    private final Queue<Answer> placed = new ConcurrentLinkedQueue<>();
    private List<String> skus = List.of();
    private List<String> locations = List.of();

    @Test
    void nothing_is_promised_twice_and_nobody_is_forgotten() throws Exception {
        System.out.println("C05 seed " + seed);
        try (BraidUnderTest braid = BraidUnderTest.start();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            World world = World.in(braid);
            skus = List.of(world.product("A"), world.product("B"));
            locations = List.of(
                    world.warehouse("MEM", "38118"),
                    world.location("NYC", "STORE", "10001", Map.of("dailyCapacity", 40)),
                    world.warehouse("LA", "90001"));
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(seed + client);
                all.add(clients.submit(() -> {
                    start.await();
                    for (int i = 0; i < DEEDS_EACH; i++) {
                        deed(world, random);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            settled(braid);
            assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
            assertThat(braid.bean(Journal.class).verify(null).ok()).isTrue();
            everybodyIsServedWhenThereIsPlenty(world);
            assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
        }
    }

    private void deed(World world, Random random) {
        BraidUnderTest braid = world.braid();
        String sku = skus.get(random.nextInt(skus.size()));
        int dice = random.nextInt(10);
        Answer earlier = dice >= 7 ? placed.poll() : null;
        if (dice < 5) {
            Map<String, Object> order;
            synchronized (world) {
                order = world.orderFor(sku, 1 + random.nextInt(2));
            }
            placed.add(done(answered(braid, "/api/v1/orders", order)));
        } else if (earlier == null) {
            String location = locations.get(random.nextInt(locations.size()));
            Answer answer = answered(
                    braid,
                    "/api/v1/inventory/adjustments",
                    Map.of("items", List.of(Map.of("location", location, "sku", sku, "delta", 2, "reason", "CAME"))));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        } else if (dice == 7) {
            Answer canceled =
                    answered(braid, "/api/v1/orders/" + earlier.text("/orderNumber") + "/cancellations", Map.of());
            assertThat(canceled.status()).as(canceled.body()).isIn(200, 409);
        } else if (earlier.text("/shipments/0/shipmentNumber").isEmpty()) {
            placed.add(earlier);
        } else {
            String shipment = earlier.text("/shipments/0/shipmentNumber");
            Answer step = dice == 8
                    ? answered(
                            braid,
                            "/api/v1/shipments/" + shipment + "/withdrawal",
                            Map.of("reason", "NOT_ACKNOWLEDGED"))
                    : answered(braid, "/api/v1/shipments/" + shipment + "/acknowledgement", Map.of("acceptRest", true));
            assertThat(step.status()).as(step.body()).isIn(200, 409);
        }
    }

    /** As a client does it: a database that is busy says so, has changed nothing, and is asked again. */
    private static Answer answered(BraidUnderTest braid, String path, Object body) {
        Answer answer = braid.post(path, body);
        for (int again = 0; answer.status() == 503 && again < BUSY_MAX; again++) {
            answer = braid.post(path, body);
        }
        return answer;
    }

    /** Everything that was noted has been looked at. */
    private static void settled(BraidUnderTest braid) {
        JdbcClient owner = JdbcClient.create(braid.database().owner());
        Eventually.within(
                Duration.ofSeconds(20),
                () -> assertThat(owner.sql("select (select count(*) from stock_arrival) + (select count(*) from"
                                        + " backorder_check) + (select count(*) from backorder_release)")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    private void everybodyIsServedWhenThereIsPlenty(World world) {
        String plenty = world.warehouse("CHI", "60601");
        skus.forEach(sku -> world.stock(plenty, sku, 10_000));
        Eventually.within(
                Duration.ofSeconds(20),
                () -> assertThat(world.braid()
                                .get("/api/v1/orders?state=BACKORDERED")
                                .json()
                                .at("/items"))
                        .isEmpty());
    }
}
