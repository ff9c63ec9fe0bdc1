package io.braid.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** No failure ends a chore, and none begins or is broken off when Braid stops. */
class RecurringTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void it_goes_on_after_any_failure() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch fourth = new CountDownLatch(4);
        Recurring chore = new Recurring("a-test", () -> {
            fourth.countDown();
            switch (runs.incrementAndGet()) {
                case 1 -> throw new DataAccessResourceFailureException("the database is away, as this test wants it");
                case 2 -> throw new IllegalStateException("a fault, as this test wants it");
                default -> {}
            }
        });

        chore.start(Duration.ZERO, SOON);

        assertThat(fourth.await(5, TimeUnit.SECONDS)).isTrue();
        chore.close();
    }

    @Test
    void a_run_under_way_comes_to_its_end_and_no_other_begins() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        AtomicBoolean brokenOff = new AtomicBoolean();
        Recurring chore = new Recurring("a-test", () -> {
            begun.release();
            try {
                brokenOff.set(!closing.await(5, TimeUnit.SECONDS));
            } catch (InterruptedException stop) {
                brokenOff.set(true);
            }
            ended.incrementAndGet();
        });
        chore.start(Duration.ZERO, SOON);
        assertThat(begun.tryAcquire(5, TimeUnit.SECONDS)).isTrue();

        Thread stopping = Thread.ofVirtual().start(chore::close);
        while (stopping.isAlive() && stopping.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        closing.countDown();
        stopping.join(Duration.ofSeconds(5));

        assertThat(stopping.isAlive()).isFalse();
        assertThat(brokenOff.get()).isFalse();
        int before = ended.get();
        chore.wake();
        assertThat(ended.get()).isEqualTo(before).isGreaterThan(0);
    }
}
