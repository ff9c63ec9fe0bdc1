package io.braid.carriage;

import io.braid.carriage.CarrierRow.Calendar;
import io.braid.kernel.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something ordered at a location arrives with one service: worked on, fetched, carried, delivered. The order-by
 * moment is the last one for the same day of arrival; ordering later never arrives earlier.
 */
final class Timetable {
    private final WorkingTime work;
    private final Duration processing;
    private final Calendar calendar;

    Timetable(WorkingTime work, Duration processing, Calendar calendar) {
        this.work = work;
        this.processing = processing;
        this.calendar = calendar;
    }

    /** A day of arrival, and the last moment to order for it. */
    record Arrival(LocalDate day, Instant orderBy) {}

    /** Null when the location or the carrier does not work within a year. */
    @Nullable
    Arrival arrival(Instant ordered, int transitDays) {
        Instant started = work.start(ordered);
        Instant ready = started == null ? null : work.done(started, processing);
        LocalDate pickup = ready == null ? null : pickup(ready);
        LocalDate arrives = pickup == null ? null : delivery(pickup, transitDays);
        if (pickup == null || arrives == null) {
            return null;
        }
        Instant due = lastHandOver(pickup, arrives, transitDays);
        Instant orderBy = due == null ? null : work.orderBy(due, processing);
        return new Arrival(arrives, orderBy == null || orderBy.isBefore(ordered) ? ordered : orderBy);
    }

    private @Nullable LocalDate pickup(Instant ready) {
        LocalDate day = ready.atZone(work.zone()).toLocalDate();
        for (int i = 0; i < WorkingTime.DAYS_MAX; i++, day = day.plusDays(1)) {
            Instant handOver = handOver(day);
            if (handOver != null && !handOver.isBefore(ready)) {
                return day;
            }
        }
        return null;
    }

    private @Nullable Instant handOver(LocalDate day) {
        return picksUp(day) ? work.handOver(day, calendar.latestPickup()) : null;
    }

    /** The hand-over of the last pickup that still arrives on that day. */
    private @Nullable Instant lastHandOver(LocalDate pickup, LocalDate arrives, int transitDays) {
        Instant last = handOver(pickup);
        for (LocalDate day = pickup.plusDays(1); !day.isAfter(arrives); day = day.plusDays(1)) {
            Instant next = handOver(day);
            if (next != null && arrives.equals(delivery(day, transitDays))) {
                last = next;
            }
        }
        return last;
    }

    /** A day on the road is one on which the carrier works: it fetches or delivers. */
    private @Nullable LocalDate delivery(LocalDate pickup, int transitDays) {
        LocalDate day = pickup;
        int left = transitDays;
        for (int i = 0; i < WorkingTime.DAYS_MAX; i++) {
            if (left == 0 && delivers(day)) {
                return day;
            }
            day = day.plusDays(1);
            if (left > 0 && (picksUp(day) || delivers(day))) {
                left--;
            }
        }
        return null;
    }

    private boolean picksUp(LocalDate day) {
        return calendar.pickupDays().contains(day.getDayOfWeek())
                && !calendar.holidays().contains(day);
    }

    private boolean delivers(LocalDate day) {
        return calendar.deliveryDays().contains(day.getDayOfWeek())
                && !calendar.holidays().contains(day);
    }
}
