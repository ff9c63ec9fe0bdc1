package io.braid.access;

import io.braid.store.Recurring;
import java.time.Duration;
import java.util.List;
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
    private static final Duration EVERY = Duration.ofMinutes(60);

    private final List<IntSupplier> chores;
    private final Recurring runs = new Recurring("access-job", this::chore);

    AccessJob(List<IntSupplier> chores) {
        this.chores = List.copyOf(chores);
    }

    void start() {
        runs.start(EVERY, EVERY);
    }

    private void chore() {
        for (IntSupplier one : chores) {
            try {
                int gone = one.getAsInt();
                LOG.debug("{} rows of the past removed", gone);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("what is past stays until the next run: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
