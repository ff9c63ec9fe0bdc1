package io.braid._support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that stands still until a test turns it. */
public final class TurnableClock extends Clock {
    /** A Monday afternoon in autumn: every location of a test that opens at all is open. */
    public static final Instant START = Instant.parse("2026-11-23T17:00:00Z");

    private volatile Instant now = START;

    public synchronized void turnTo(Instant instant) {
        now = instant;
    }

    public synchronized void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
