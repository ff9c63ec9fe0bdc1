package io.braid.simulation;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Removes simulations that ended long ago once an hour, a few at a time. Any number of instances may do so at once; a
 * run that fails is simply the next one's work.
 */
final class RetentionJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final long EVERY_MINUTES = 60;

    private final Simulations simulations;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("simulation-retention-job").factory());

    RetentionJob(Simulations simulations, Clock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        try {
            int gone = simulations.forgetSome(clock.instant());
            while (gone > 0) {
                LOG.debug("{} simulations removed that ended long ago", gone);
                gone = simulations.forgetSome(clock.instant());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("simulations that ended long ago stay until the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
