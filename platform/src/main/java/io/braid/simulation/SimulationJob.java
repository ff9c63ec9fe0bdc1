package io.braid.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this instance that runs simulations: woken when one is asked for here, and looking by itself now
 * and then for those of others that broke off.
 */
final class SimulationJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulationJob.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final Semaphore asked;
    private final CountDownLatch closing;
    private final Running running;
    private final Thread worker =
            Thread.ofPlatform().name("simulation-job").daemon().unstarted(this::work);

    SimulationJob(Running running, CountDownLatch closing, Semaphore asked) {
        this.running = running;
        this.closing = closing;
        this.asked = asked;
    }

    void start() {
        worker.start();
    }

    private void work() {
        try {
            while (closing.getCount() > 0) {
                run();
                boolean woken = asked.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (woken) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws InterruptedException {
        try {
            boolean more = true;
            while (more && closing.getCount() > 0) {
                more = running.runNext();
            }
        } catch (RuntimeException failure) {
            // What failed for good is marked so; what may succeed is taken up when its lease has run out.
            LOG.warn("a simulation broke off", failure);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        asked.release();
        try {
            if (!worker.join(Duration.ofSeconds(5))) {
                worker.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
