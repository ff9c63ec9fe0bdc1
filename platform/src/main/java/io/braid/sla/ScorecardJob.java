package io.braid.sla;

import io.braid.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts all scorecards again every quarter of an hour; a run that fails is simply the next one's work. */
final class ScorecardJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardJob.class);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Scorecards scorecards;
    private final Clock clock;
    private final Recurring runs = new Recurring("scorecard-job", this::chore);

    ScorecardJob(Scorecards scorecards, Clock clock) {
        this.scorecards = scorecards;
        this.clock = clock;
    }

    void start() {
        runs.start(Duration.ofMinutes(1), EVERY);
    }

    private void chore() {
        LOG.debug("{} scorecards counted", scorecards.recompute(clock.instant()));
    }

    @Override
    public void close() {
        runs.close();
    }
}
