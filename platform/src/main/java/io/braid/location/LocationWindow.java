package io.braid.location;

import io.braid.kernel.LocationCode;
import java.time.Instant;
import java.util.Comparator;

/** An hour, day, week or month of a location, as something is counted in it. */
public record LocationWindow(
        LocationCode location, CapacityLimit.Measure measure, CapacityLimit.Per per, Instant startsAt)
        implements Comparable<LocationWindow> {
    private static final Comparator<LocationWindow> ORDER = Comparator.comparing(LocationWindow::location)
            .thenComparing(LocationWindow::measure)
            .thenComparing(LocationWindow::per)
            .thenComparing(LocationWindow::startsAt);

    @Override
    public int compareTo(LocationWindow other) {
        return ORDER.compare(this, other);
    }
}
