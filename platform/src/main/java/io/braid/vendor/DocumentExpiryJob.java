package io.braid.vendor;

import io.braid.journal.Deed;
import io.braid.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once an hour for documents whose end is near or past. What is told is marked in the same transaction, so any
 * number of instances tell it once, and a run that fails is simply the next one's work.
 */
final class DocumentExpiryJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentExpiryJob.class);
    private static final Duration EVERY = Duration.ofMinutes(60);

    private final Documents documents;
    private final Clock clock;
    private final Recurring runs = new Recurring("document-expiry-job", this::chore);

    DocumentExpiryJob(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    void start() {
        runs.start(Duration.ofMinutes(1), EVERY);
    }

    void run() {
        runs.run();
    }

    private void chore() {
        int told = documents.remind(
                Deed.bySystem("document-expiry", clock.instant().truncatedTo(ChronoUnit.MICROS)));
        LOG.debug("{} documents are near or past their end", told);
    }

    @Override
    public void close() {
        runs.close();
    }
}
