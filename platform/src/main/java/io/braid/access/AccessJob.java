package io.braid.access;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Removes once an hour what is long past: sessions, links, waits. All of it counts as absent anyway, so a run that
 * fails is simply the next one's work.
 */
final class AccessJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessJob.class);
    private static final long EVERY_MINUTES = 60;

    private final List<IntSupplier> chores;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("access-job").factory());

    AccessJob(List<IntSupplier> chores) {
        this.chores = List.copyOf(chores);
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        for (IntSupplier chore : chores) {
            try {
                int gone = chore.getAsInt();
                LOG.debug("{} rows of the past removed", gone);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("what is past stays until the next run: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
