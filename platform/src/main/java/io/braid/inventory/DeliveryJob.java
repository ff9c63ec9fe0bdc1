package io.braid.inventory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Looks every few seconds for deliveries whose day has come; a run that fails is the next one's work. */
final class DeliveryJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final long EVERY_SECONDS = 2;

    private final Deliveries deliveries;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("delivery-job").factory());

    DeliveryJob(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void run() {
        try {
            for (int received = deliveries.receiveSome(); received > 0; received = deliveries.receiveSome()) {
                LOG.debug("deliveries of {} positions received", received);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("due deliveries wait for the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
