package io.braid.vendor;

import io.braid.store.Transactions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Seals what was kept before tax ids and files were, a few rows at a time and each once; what is new is sealed when it
 * is written. Soon after the start nothing is left, and then a run is two looks at an index.
 */
final class SealingJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
    private static final int EVERY_MINUTES = 60;
    private static final int PARTS_AT_ONCE = 10;
    private static final int TAX_IDS_AT_ONCE = 200;

    private final DocumentContentStore contents;
    private final OnboardingStore profiles;
    private final Transactions transactions;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sealing-job").factory());

    SealingJob(DocumentContentStore contents, OnboardingStore profiles, Transactions transactions) {
        this.contents = contents;
        this.profiles = profiles;
        this.transactions = transactions;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ = schedule.scheduleWithFixedDelay(this::run, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        try {
            int sealed = 1;
            while (sealed > 0) {
                sealed = transactions.call(() -> contents.sealSome(PARTS_AT_ONCE) + profiles.sealSome(TAX_IDS_AT_ONCE));
                LOG.debug("{} values that lay open are sealed", sealed);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("what lies open is sealed in the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
