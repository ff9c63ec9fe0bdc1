package io.braid.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When a location works, on its own wall clock: weekly windows and days off. A window's close is the last minute that
 * still counts ({@code 23:59} is open to midnight); a window that closes before it opens runs past midnight. Local
 * times follow the zone's daylight saving; a wall-clock time that a change skips or repeats is simply what the clock
 * on the wall shows.
 */
public record OpeningHours(ZoneId zone, List<Window> windows, Set<LocalDate> holidays) {
    public OpeningHours {
        windows = List.copyOf(windows);
        holidays = Set.copyOf(holidays);
    }

    /** One weekly window, open and close both included. */
    public record Window(DayOfWeek day, LocalTime open, LocalTime close) {
        private static final int DAY_MINUTES = 24 * 60;
        private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

        boolean runsPastMidnight() {
            return close.isBefore(open);
        }

        /** Whether some time belongs to both; one may end in the minute in which the other begins. */
        public boolean overlaps(Window other) {
            return Math.floorMod(other.start() - start(), WEEK_MINUTES) < length()
                    || Math.floorMod(start() - other.start(), WEEK_MINUTES) < other.length();
        }

        private int start() {
            return (day.getValue() - 1) * DAY_MINUTES + open.toSecondOfDay() / 60;
        }

        private int length() {
            int minutes = (close.toSecondOfDay() - open.toSecondOfDay()) / 60;
            return runsPastMidnight() ? minutes + DAY_MINUTES : minutes;
        }
    }

    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(zone, List.of(), Set.of());
    }

    /** Whether the location works at that moment. Without any window it is always open, but for its holidays. */
    public boolean openAt(Instant instant) {
        return openAt(LocalDateTime.ofInstant(instant, zone));
    }

    /** The same for who already knows what the clock on its wall shows. */
    public boolean openAt(LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        LocalTime minute = local.toLocalTime().withSecond(0).withNano(0);
        if (windows.isEmpty()) {
            return !holidays.contains(today);
        }
        for (Window window : windows) {
            if (openToday(window, today, minute) || openSinceYesterday(window, today, minute)) {
                return true;
            }
        }
        return false;
    }

    private boolean openToday(Window window, LocalDate today, LocalTime minute) {
        if (window.day() != today.getDayOfWeek() || holidays.contains(today) || minute.isBefore(window.open())) {
            return false;
        }
        return window.runsPastMidnight() || !minute.isAfter(window.close());
    }

    private boolean openSinceYesterday(Window window, LocalDate today, LocalTime minute) {
        LocalDate yesterday = today.minusDays(1);
        return window.runsPastMidnight()
                && window.day() == yesterday.getDayOfWeek()
                && !holidays.contains(yesterday)
                && !minute.isAfter(window.close());
    }

    public boolean holidayAt(Instant instant) {
        return holidays.contains(instant.atZone(zone).toLocalDate());
    }

    /** The wall-clock time at that moment, for comparing with a cut-off. */
    public LocalTime localTimeAt(Instant instant) {
        return instant.atZone(zone).toLocalTime();
    }

    public LocalDate localDateAt(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
