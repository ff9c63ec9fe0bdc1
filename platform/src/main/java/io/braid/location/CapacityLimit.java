package io.braid.location;

import io.braid.kernel.LocationCode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The most a location takes in one window of its calendar.
 *
 * @param limit shipments, units, or selling value
 * @param currency of the value; null for what is not money. Orders in other currencies do not count.
 */
public record CapacityLimit(
        Measure measure,
        Per per,
        BigDecimal limit,
        @Nullable String currency) {
    /** What is counted. */
    public enum Measure {
        ORDERS,
        UNITS,
        MONEY
    }

    /** How long a window is; weeks begin on Monday. */
    public enum Per {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /** The window of that moment, on the wall clock of the location. */
    public LocationWindow windowAt(LocationCode location, Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        Instant start = switch (per) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case WEEK ->
                local.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
            case MONTH ->
                local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
        return new LocationWindow(location, measure, per, start);
    }
}
