package io.braid.sourcing;

import io.braid.inventory.Arrivals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves those who wait as soon as stock arrives: called at the commit of an arrival in this process, and by itself
 * once a second for those of others. Now and then it looks at everything that waits.
 */
final class BackorderJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackorderJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_AT_ALL_EVERY = Duration.ofMinutes(5);

    private final Backorders backorders;
    private final Arrivals arrivals;
    private final Thread worker = Thread.ofVirtual().name("backorder-job").unstarted(this::work);
    private final Clock clock;
    private Instant nextLookAtAll;
    private volatile boolean stopping;

    BackorderJob(Backorders backorders, Arrivals arrivals, Clock clock) {
        this.backorders = backorders;
        this.arrivals = arrivals;
        this.clock = clock;
        this.nextLookAtAll = clock.instant().plus(LOOK_AT_ALL_EVERY);
    }

    void start() {
        worker.start();
    }

    private void work() {
        try {
            while (!stopping) {
                run();
                arrivals.await(PATIENCE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Instant now = clock.instant();
            if (now.isAfter(nextLookAtAll)) {
                nextLookAtAll = now.plus(LOOK_AT_ALL_EVERY);
                backorders.requestAll();
            }
            boolean more = true;
            while (more && !stopping) {
                int notes = backorders.collect();
                more = backorders.releaseSome() || notes > 0;
            }
        } catch (RuntimeException failure) {
            // Nothing is lost: what was not committed is found by the next run.
            LOG.warn("backorders wait for the next run: {}", failure.getMessage());
        }
    }

    /** What is under way may come to its end: to break it off would break its connection. */
    @Override
    public void close() {
        stopping = true;
        arrivals.call();
        try {
            if (!worker.join(Duration.ofSeconds(5))) {
                worker.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
