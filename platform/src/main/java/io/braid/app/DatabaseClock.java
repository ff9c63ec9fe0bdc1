package io.braid.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The database's time, so that several instances agree on what is late and what has expired, whatever their own clocks
 * show. It is this machine's clock, put right by a difference that is measured from time to time; while the database is
 * away the last difference holds. Truncated to what the database keeps, so that a time read back equals the time
 * written.
 */
final class DatabaseClock extends Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final long EVERY_SECONDS = 10;

    /** An answer that took longer says too little about when it was given. */
    private static final Duration SLOW = Duration.ofMillis(500);

    /** Below this the way to the database is measured and not its clock. */
    private static final Duration WOBBLE = Duration.ofMillis(5);

    private final Clock own;
    private final Supplier<Instant> database;
    private volatile Duration ahead = Duration.ZERO;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("database-clock").factory());

    DatabaseClock(Clock own, Supplier<Instant> database) {
        this.own = own;
        this.database = database;
    }

    void start() {
        compare();
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ =
                schedule.scheduleWithFixedDelay(this::compare, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void compare() {
        try {
            Instant asked = own.instant();
            Instant theirs = database.get();
            Duration took = Duration.between(asked, own.instant());
            Duration difference = Duration.between(asked.plus(took.dividedBy(2)), theirs);
            if (took.isNegative() || took.compareTo(SLOW) > 0) {
                return;
            }
            if (difference.minus(ahead).abs().compareTo(WOBBLE.plus(took)) > 0) {
                LOG.info("the database's clock is {} ms ahead of this machine's", difference.toMillis());
                ahead = difference;
            }
        } catch (DataAccessException e) {
            LOG.debug("the database's clock is asked again later: {}", e.getMessage());
        }
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(own.withZone(zone), ahead);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
