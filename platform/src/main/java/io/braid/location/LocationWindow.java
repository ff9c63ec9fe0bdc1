package io.braid.location;

import io.braid.kernel.LocationCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;

/** An hour, day, week or month of a location, as something is counted in it. */
public record LocationWindow(
        LocationCode location, CapacityLimit.Measure measure, CapacityLimit.Per per, Instant startsAt)
        implements Comparable<LocationWindow> {
    private static final Comparator<LocationWindow> ORDER = Comparator.comparing(LocationWindow::location)
            .thenComparing(LocationWindow::measure)
            .thenComparing(LocationWindow::per)
            .thenComparing(LocationWindow::startsAt);

    /** The moment at which the next one begins, on the wall clock of the location. */
    public Instant endsAt(ZoneId zone) {
        ZonedDateTime local = startsAt.atZone(zone);
        return switch (per) {
            case HOUR -> startsAt.plus(Duration.ofHours(1));
            case DAY -> local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK -> local.toLocalDate().plusWeeks(1).atStartOfDay(zone).toInstant();
            case MONTH -> local.toLocalDate().plusMonths(1).atStartOfDay(zone).toInstant();
        };
    }

    @Override
    public int compareTo(LocationWindow other) {
        return ORDER.compare(this, other);
    }
}
