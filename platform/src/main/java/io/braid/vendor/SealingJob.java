package io.braid.vendor;

import io.braid.store.Recurring;
import io.braid.store.Transactions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what was kept before tax ids and files were, a few rows at a time and each once; what is new is sealed when it
 * is written. Soon after the start nothing is left, and then a run is two looks at an index.
 */
final class SealingJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
    private static final Duration EVERY = Duration.ofMinutes(60);
    private static final int PARTS_AT_ONCE = 10;
    private static final int TAX_IDS_AT_ONCE = 200;

    private final DocumentContentStore contents;
    private final OnboardingStore profiles;
    private final Transactions transactions;
    private final Recurring runs = new Recurring("sealing-job", this::chore);

    SealingJob(DocumentContentStore contents, OnboardingStore profiles, Transactions transactions) {
        this.contents = contents;
        this.profiles = profiles;
        this.transactions = transactions;
    }

    void start() {
        runs.start(Duration.ZERO, EVERY);
    }

    void run() {
        runs.run();
    }

    private void chore() {
        int sealed = 1;
        while (sealed > 0) {
            sealed = transactions.call(() -> contents.sealSome(PARTS_AT_ONCE) + profiles.sealSome(TAX_IDS_AT_ONCE));
            LOG.debug("{} values that lay open are sealed", sealed);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
