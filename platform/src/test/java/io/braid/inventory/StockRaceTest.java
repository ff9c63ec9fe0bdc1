package io.braid.inventory;

import static io.braid.inventory.StockRoom.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StockRaceTest {
    private final long seed = System.nanoTime();

    @Test
    void sixty_four_threads_reserve_exactly_the_last_hundred_units() throws Exception {
        StockRoom room = StockRoom.with(1, 1);
        StockKey key = room.key(0, 0);
        room.count(key, 100);

        List<Integer> reserved = race(64, thread -> {
            Random random = new Random(seed + thread);
            int units = 0;
            for (int tries = 0; tries < 5; tries++) {
                int wanted = tries < 2 ? 1 + random.nextInt(2) : 1;
                units += room.tryReserve(claim(key, wanted)) ? wanted : 0;
            }
            return units;
        });

        assertThat(reserved.stream().mapToInt(Integer::intValue).sum())
                .as("seed %d", seed)
                .isEqualTo(100);
        assertThat(room.position(key).reserved()).isEqualTo(100);
        assertThat(room.brokenPositions()).isEmpty();
    }

    /** Without the retry of a use case, so that a deadlock would surface. */
    @Test
    void claims_over_several_positions_never_wait_in_a_circle() throws Exception {
        StockRoom room = StockRoom.with(4, 3);
        allKeys(room, 4, 3).forEach(key -> room.count(key, 1_000_000));
        TransactionTemplate once = new TransactionTemplate(room.braid.bean(PlatformTransactionManager.class));

        List<Integer> units = race(8, thread -> {
            Random random = new Random(seed + thread);
            int sum = 0;
            for (int round = 0; round < 60; round++) {
                List<Claim> claims = randomClaims(room, random);
                once.executeWithoutResult(status -> {
                    room.stock.lock(claims.stream().map(Claim::key).toList());
                    room.stock.reserve(claims);
                });
                once.executeWithoutResult(status -> room.stock.release(claims.subList(0, 1)));
                sum += claims.stream()
                        .skip(1)
                        .mapToInt(c -> c.quantity().units())
                        .sum();
            }
            return sum;
        });

        int reserved = allKeys(room, 4, 3).stream()
                .mapToInt(key -> room.position(key).reserved())
                .sum();
        assertThat(reserved)
                .as("seed %d", seed)
                .isEqualTo(units.stream().mapToInt(i -> i).sum());
    }

    @Test
    void any_mixture_of_commands_keeps_every_sum() throws Exception {
        StockRoom room = StockRoom.with(3, 2);
        List<StockKey> keys = allKeys(room, 3, 2);
        keys.forEach(key -> room.count(key, 50));

        List<Map<StockKey, Integer>> open = race(8, thread -> new Mixture(room, keys, new Random(seed + thread)).run());

        assertThat(room.brokenPositions()).as("seed %d", seed).isEmpty();
        for (StockKey key : keys) {
            int promised = open.stream().mapToInt(o -> o.getOrDefault(key, 0)).sum();
            assertThat(room.position(key).reserved())
                    .as("%s, seed %d", key, seed)
                    .isEqualTo(promised);
        }
    }

    /** One client: what it has reserved and neither given back nor sent. */
    private record Mixture(StockRoom room, List<StockKey> keys, Random random, Map<StockKey, Integer> open) {
        Mixture(StockRoom room, List<StockKey> keys, Random random) {
            this(room, keys, random, new TreeMap<>());
        }

        Map<StockKey, Integer> run() {
            for (int round = 0; round < 80; round++) {
                StockKey key = keys.get(random.nextInt(keys.size()));
                int units = 1 + random.nextInt(4);
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> reserve(units);
                    case 3 -> give(key, c -> room.stock.release(c));
                    case 4 -> give(key, c -> room.stock.consume(room.deed(), "notice", c));
                    case 5 -> give(key, c -> room.stock.writeOff(room.deed(), "ack", "DAMAGED", c));
                    default -> change(key);
                }
            }
            return open;
        }

        private void reserve(int units) {
            List<StockKey> some = new ArrayList<>(keys);
            Collections.shuffle(some, random);
            List<Claim> claims = some.subList(0, 2).stream()
                    .map(key -> new Claim(key, new Quantity(units)))
                    .toList();
            if (room.tryReserve(claims)) {
                claims.forEach(c -> open.merge(c.key(), c.quantity().units(), Integer::sum));
            }
        }

        private void give(StockKey key, Consumer<List<Claim>> command) {
            int held = open.getOrDefault(key, 0);
            if (held > 0) {
                int units = 1 + random.nextInt(held);
                command.accept(claim(key, units));
                open.merge(key, -units, Integer::sum);
            }
        }

        private void change(StockKey key) {
            if (random.nextBoolean()) {
                room.count(key, random.nextInt(60));
            } else {
                room.counts.adjust(room.deed(), List.of(new Adjustment(key, random.nextInt(9) - 4, "TEST")));
            }
        }
    }

    private static List<Claim> randomClaims(StockRoom room, Random random) {
        List<StockKey> keys = new ArrayList<>(allKeys(room, 4, 3));
        Collections.shuffle(keys, random);
        return keys.subList(0, 2 + random.nextInt(4)).stream()
                .map(key -> new Claim(key, new Quantity(1 + random.nextInt(3))))
                .toList();
    }

    private static List<StockKey> allKeys(StockRoom room, int products, int locations) {
        return IntStream.range(0, products)
                .boxed()
                .flatMap(p -> IntStream.range(0, locations).mapToObj(l -> room.key(p, l)))
                .toList();
    }

    private static <T> List<T> race(int threads, IntFunction<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .mapToObj(n -> (Callable<T>) () -> work.apply(n))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
