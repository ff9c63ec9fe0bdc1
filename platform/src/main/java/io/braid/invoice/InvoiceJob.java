package io.braid.invoice;

import io.braid.journal.Deed;
import io.braid.store.Recurring;
import java.time.Clock;
import java.time.Duration;

/** Invoices what waits, proposes deductions and settles those nobody disputed; what fails is the next run's work. */
final class InvoiceJob implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Deed.Actor ACTOR = new Deed.Actor("SYSTEM", "invoices");

    private final WaitingNotices waiting;
    private final Deductions deductions;
    private final Clock clock;
    private final Recurring runs = new Recurring("invoice-job", this::chore);

    InvoiceJob(WaitingNotices waiting, Deductions deductions, Clock clock) {
        this.waiting = waiting;
        this.deductions = deductions;
        this.clock = clock;
    }

    void start() {
        runs.start(EVERY, EVERY);
    }

    private void chore() {
        Deed deed = new Deed(ACTOR, clock.instant(), "SYSTEM", "invoice-job");
        waiting.invoiceDue(deed);
        deductions.acceptUndisputed(deed);
    }

    @Override
    public void close() {
        runs.close();
    }
}
