package io.braid.sla;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Counts all scorecards again every quarter of an hour; a run that fails is simply the next one's work. */
final class ScorecardJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardJob.class);
    private static final long EVERY_MINUTES = 15;

    private final Scorecards scorecards;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("scorecard-job").factory());

    ScorecardJob(Scorecards scorecards, Clock clock) {
        this.scorecards = scorecards;
        this.clock = clock;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ = schedule.scheduleWithFixedDelay(this::run, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void run() {
        try {
            LOG.debug("{} scorecards counted", scorecards.recompute(clock.instant()));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("scorecards stay as they are until the next run: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
