package io.braid.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A chore that this instance does again and again on a thread of its own, one run at a time. A run that fails is told
 * in the log and is the next one's work: no failure ends the chore. When Braid stops, a run that is under way may come
 * to its end for a few seconds; no other begins.
 */
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Runnable chore;
    private final ScheduledExecutorService schedule;

    public Recurring(String name, Runnable chore) {
        this.name = name;
        this.chore = chore;
        this.schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name).factory());
    }

    public void start(Duration first, Duration pause) {
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One run more, soon; nothing when Braid is stopping. */
    public void wake() {
        if (!schedule.isShutdown()) {
            schedule.execute(this::run);
        }
    }

    /** One run now, on the caller's thread. */
    public void run() {
        try {
            chore.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} goes on with its next run: {}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} goes on with its next run, but this is a fault of Braid", name, e);
        }
    }

    @Override
    public void close() {
        schedule.shutdown();
        try {
            if (!schedule.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                schedule.shutdownNow();
            }
        } catch (InterruptedException stop) {
            schedule.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
