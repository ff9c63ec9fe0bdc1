package io.braid.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Real time, but for the minutes in which a demo's past is made: then it stands where it is put, and never goes back.
 */
public final class DemoClock extends Clock {
    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private volatile Instant past = Instant.MAX;

    /** Stands at that moment until it is moved on. */
    void standAt(Instant moment) {
        past = moment;
    }

    /** Real time from now on. */
    void run() {
        past = Instant.MAX;
    }

    @Override
    public Instant instant() {
        Instant moment = past;
        return moment.equals(Instant.MAX) ? real.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
