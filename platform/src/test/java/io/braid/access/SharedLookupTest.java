package io.braid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Shared answers are never older than the question, and questions do not pile up. */
class SharedLookupTest {
    /** An answer tells when its lookup began and what it saw. */
    private record Seen(long begun, int value) {}

    @Test
    void nobody_gets_an_answer_to_a_question_put_before_he_asked() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("shared lookup seed " + seed);
        AtomicInteger truth = new AtomicInteger();
        AtomicLong time = new AtomicLong();
        AtomicInteger lookups = new AtomicInteger();
        AtomicInteger[] running = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        SharedLookup<Integer, Seen> shared = new SharedLookup<>(key -> {
            long begun = time.incrementAndGet();
            assertThat(running[key].incrementAndGet()).isEqualTo(1);
            int value = truth.get();
            lookups.incrementAndGet();
            LockSupport.parkNanos(new Random(seed + begun).nextInt(200_000));
            running[key].decrementAndGet();
            return new Seen(begun, value);
        });

        List<Callable<Boolean>> askers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Random random = new Random(seed + i);
            askers.add(() -> {
                for (int n = 0; n < 400; n++) {
                    int known = random.nextInt(10) == 0 ? truth.incrementAndGet() : truth.get();
                    long asked = time.incrementAndGet();
                    Seen seen = shared.find(random.nextInt(3));
                    assertThat(seen.begun()).isGreaterThan(asked);
                    assertThat(seen.value()).isGreaterThanOrEqualTo(known);
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> asker : threads.invokeAll(askers)) {
                assertThat(asker.get()).isTrue();
            }
        }
        assertThat(lookups.get()).as("shared").isLessThan(32 * 400 / 2);
    }

    @Test
    void those_who_come_while_one_is_under_way_share_the_next() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        SharedLookup<String, Integer> shared = new SharedLookup<>(key -> {
            begun.countDown();
            await(go);
            return lookups.incrementAndGet();
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> shared.find("k"));
            begun.await();
            List<Future<Integer>> later = new ArrayList<>();
            CountDownLatch asking = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                later.add(threads.submit(() -> {
                    asking.countDown();
                    return shared.find("k");
                }));
            }
            asking.await();
            LockSupport.parkNanos(50_000_000);
            go.countDown();
            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> shareds : later) {
                assertThat(shareds.get()).isEqualTo(2);
            }
        }
        assertThat(shared.find("k")).as("nothing is remembered").isEqualTo(3);
    }

    @Test
    void a_failure_is_everybodys_and_then_forgotten() {
        AtomicInteger lookups = new AtomicInteger();
        SharedLookup<String, Integer> shared = new SharedLookup<>(key -> {
            if (lookups.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return 7;
        });

        assertThatThrownBy(() -> shared.find("k")).hasMessage("away");
        assertThat(shared.find("k")).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
