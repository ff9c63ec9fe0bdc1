package io.braid.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Removes expired answers once an hour, a few thousand rows at a time. Expired rows count as absent anyway; this keeps
 * the table small, so a run that fails is simply the next one's work.
 */
final class IdempotencyJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyJob.class);
    private static final long EVERY_MINUTES = 60;

    private final Idempotency idempotency;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("idempotency-job").factory());

    IdempotencyJob(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        try {
            for (int gone = idempotency.forgetSome(); gone > 0; gone = idempotency.forgetSome()) {
                LOG.debug("{} expired answers removed", gone);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("expired answers stay until the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
