package io.braid.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired answers once an hour, a few thousand rows at a time. Expired rows count as absent anyway; this keeps
 * the table small, so a run that fails is simply the next one's work.
 */
final class IdempotencyJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyJob.class);
    private static final Duration EVERY = Duration.ofMinutes(60);

    private final Idempotency idempotency;
    private final Recurring runs = new Recurring("idempotency-job", this::chore);

    IdempotencyJob(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    void start() {
        runs.start(EVERY, EVERY);
    }

    void run() {
        runs.run();
    }

    private void chore() {
        for (int gone = idempotency.forgetSome(); gone > 0; gone = idempotency.forgetSome()) {
            LOG.debug("{} expired answers removed", gone);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
