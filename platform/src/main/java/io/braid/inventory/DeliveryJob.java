package io.braid.inventory;

import io.braid.store.Recurring;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds for deliveries whose day has come; a run that fails is the next one's work. */
final class DeliveryJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final Recurring runs = new Recurring("delivery-job", this::chore);

    DeliveryJob(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void start() {
        runs.start(EVERY, EVERY);
    }

    private void chore() {
        for (int received = deliveries.receiveSome(); received > 0; received = deliveries.receiveSome()) {
            LOG.debug("deliveries of {} positions received", received);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
