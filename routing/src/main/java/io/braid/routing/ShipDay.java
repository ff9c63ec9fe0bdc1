package io.braid.routing;

import io.braid.kernel.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * The day an order leaves a location: it is taken up and worked on in the location's working time, exactly as a promise
 * counts it, and leaves on the day on which that is done.
 */
record ShipDay(WorkingTime work, Duration processing) {
    /** Days from the moment's date on the location's clock; empty when it does not leave within a year. */
    OptionalInt after(Instant now) {
        Instant started = work.start(now);
        Instant done = started == null ? null : work.done(started, processing);
        if (done == null) {
            return OptionalInt.empty();
        }
        // What is done at midnight was done on the day before.
        LocalDate day = date(processing.isZero() ? done : done.minusNanos(1));
        return OptionalInt.of((int) ChronoUnit.DAYS.between(date(now), day));
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(work.zone()).toLocalDate();
    }
}
