package io.braid.location;

import io.braid.kernel.LocationCode;
import java.time.LocalDate;
import java.util.Comparator;

/** A day of a location, on its own calendar. */
public record LocationDay(LocationCode location, LocalDate day) implements Comparable<LocationDay> {
    private static final Comparator<LocationDay> ORDER =
            Comparator.comparing(LocationDay::location).thenComparing(LocationDay::day);

    @Override
    public int compareTo(LocationDay other) {
        return ORDER.compare(this, other);
    }
}
