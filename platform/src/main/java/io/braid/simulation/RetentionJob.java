package io.braid.simulation;

import io.braid.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes simulations that ended long ago once an hour, a few at a time. Any number of instances may do so at once; a
 * run that fails is simply the next one's work.
 */
final class RetentionJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration EVERY = Duration.ofMinutes(60);

    private final Simulations simulations;
    private final Clock clock;
    private final Recurring runs = new Recurring("simulation-retention-job", this::chore);

    RetentionJob(Simulations simulations, Clock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    void start() {
        runs.start(EVERY, EVERY);
    }

    void run() {
        runs.run();
    }

    private void chore() {
        int gone = simulations.forgetSome(clock.instant());
        while (gone > 0) {
            LOG.debug("{} simulations removed that ended long ago", gone);
            gone = simulations.forgetSome(clock.instant());
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
