package io.braid.vendor;

import io.braid.journal.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks once an hour for documents whose end is near or past. What is told is marked in the same transaction, so any
 * number of instances tell it once, and a run that fails is simply the next one's work.
 */
final class DocumentExpiryJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentExpiryJob.class);
    private static final long EVERY_MINUTES = 60;

    private final Documents documents;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("document-expiry-job").factory());

    DocumentExpiryJob(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ = schedule.scheduleWithFixedDelay(this::run, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        try {
            int told = documents.remind(
                    Deed.bySystem("document-expiry", clock.instant().truncatedTo(ChronoUnit.MICROS)));
            LOG.debug("{} documents are near or past their end", told);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the ends of documents are looked at again in the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
