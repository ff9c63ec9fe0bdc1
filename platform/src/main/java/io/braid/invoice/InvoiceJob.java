package io.braid.invoice;

import io.braid.journal.Deed;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Invoices what waits, proposes deductions and settles those nobody disputed; what fails is the next run's work. */
final class InvoiceJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceJob.class);
    private static final long EVERY_SECONDS = 5;
    private static final Deed.Actor ACTOR = new Deed.Actor("SYSTEM", "invoices");

    private final WaitingNotices waiting;
    private final Deductions deductions;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("invoice-job").factory());

    InvoiceJob(WaitingNotices waiting, Deductions deductions, Clock clock) {
        this.waiting = waiting;
        this.deductions = deductions;
        this.clock = clock;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void run() {
        try {
            Deed deed = new Deed(ACTOR, clock.instant(), "SYSTEM", "invoice-job");
            waiting.invoiceDue(deed);
            deductions.acceptUndisputed(deed);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("invoices wait for the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
