package io.braid.routing;

import io.braid.kernel.OpeningHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * The day an order leaves a location: it is taken up at once before the cut-off of a working day, otherwise when the
 * next working day opens, and processed during working hours. A day is worked when it has a window and is no holiday;
 * work begins when downtime has ended (downtimes come sorted). Wall-clock time throughout: an hour that a change skips
 * or repeats counts once.
 */
record ShipDay(LocationFacts.Workday workday, long processingMinutes) {
    /** Half a year of round-the-clock work: beyond it nobody waits for an answer. */
    static final double MINUTES_MAX = 183.0 * 24 * 60;

    private static final int DAYS_MAX = 366;

    /** Days from the local moment's date; empty when it does not leave within a year. */
    OptionalInt after(LocalDateTime now) {
        long left = processingMinutes;
        for (int day = 0; day <= DAYS_MAX; day++) {
            LocalDate date = now.toLocalDate().plusDays(day);
            LocalTime from = day == 0 ? now.toLocalTime() : LocalTime.MIN;
            boolean begun = left < processingMinutes;
            boolean missed = day == 0 && !begun && workday.cutOff() != null && !from.isBefore(workday.cutOff());
            long minutes = missed ? -1 : workedMinutes(date, from);
            if (minutes >= 0 && left <= minutes) {
                return OptionalInt.of(day);
            }
            left -= Math.max(0, minutes);
        }
        return OptionalInt.empty();
    }

    /** Minutes of work on the date from that time on; -1 when none is done. */
    private long workedMinutes(LocalDate date, LocalTime from) {
        OpeningHours hours = workday.hours();
        if (hours.holidays().contains(date)) {
            return -1;
        }
        if (hours.windows().isEmpty()) {
            return minutes(date, from, LocalTime.MAX);
        }
        long minutes = -1;
        for (OpeningHours.Window window : hours.windows()) {
            LocalTime close = window.close().isBefore(window.open()) ? LocalTime.MAX : window.close();
            if (window.day() == date.getDayOfWeek() && !from.isAfter(close)) {
                long worked = minutes(date, from.isBefore(window.open()) ? window.open() : from, close);
                minutes = worked < 0 ? minutes : Math.max(0, minutes) + worked;
            }
        }
        return minutes;
    }

    /** Minutes from when work can be taken up until it ends; -1 when downtime covers it all. */
    private long minutes(LocalDate date, LocalTime from, LocalTime until) {
        LocalDateTime takenUp = date.atTime(from);
        for (LocationFacts.Downtime down : workday.downtimes()) {
            if (down.covers(takenUp.atZone(workday.hours().zone()).toInstant())) {
                takenUp = LocalDateTime.ofInstant(down.to(), workday.hours().zone());
            }
        }
        LocalDateTime end = date.atTime(until);
        return takenUp.isAfter(end) ? -1 : ChronoUnit.MINUTES.between(takenUp, end);
    }
}
