package io.braid.sla;

import io.braid.fulfillment.Crossings;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks once a second for lines that were crossed, for people to be told, and for shipments to be taken back. Every
 * instance does; they share the work by passing over what another one holds. A run that fails is simply the next one's
 * work.
 */
final class SlaJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlaJob.class);
    private static final int AT_ONCE = 500;
    private static final int WITHDRAWN_AT_ONCE = 50;

    private final Crossings crossings;
    private final Reminders reminders;
    private final Clock clock;
    private final Recurring runs = new Recurring("sla-job", this::chore);

    SlaJob(Crossings crossings, Reminders reminders, Clock clock) {
        this.crossings = crossings;
        this.reminders = reminders;
        this.clock = clock;
    }

    void start() {
        runs.start(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private void chore() {
        Deed deed = Deed.bySystem("sla", clock.instant());
        for (int told = crossings.tell(deed, AT_ONCE); told >= AT_ONCE; told = crossings.tell(deed, AT_ONCE)) {
            LOG.debug("{} shipments crossed a line", told);
        }
        LOG.debug("{} mails remind of them", reminders.post(deed.at()));
        List<ShipmentNumber> late = crossings.claimWithdrawals(deed, WITHDRAWN_AT_ONCE);
        while (!late.isEmpty()) {
            late.forEach(shipment -> withdraw(deed, shipment));
            late = crossings.claimWithdrawals(deed, WITHDRAWN_AT_ONCE);
        }
    }

    /** One that cannot be given to anybody now must not keep back the others; its lease ends. */
    private void withdraw(Deed deed, ShipmentNumber shipment) {
        try {
            LOG.debug("{} was not acknowledged in time: {}", shipment, crossings.withdraw(deed, shipment));
        } catch (DataAccessException | TransactionException | IllegalStateException e) {
            LOG.warn("{} is taken back a little later: {}", shipment, e.getMessage());
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
