package io.braid.invoice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What one invoice of a vendor is about. Weeks begin on Monday; the days of a period are UTC's. */
public enum BilledPer {
    /** One invoice per ship notice, in the moment of the notice. */
    NOTICE,
    /** One invoice per shipment, once nothing of it is left to ship. */
    SHIPMENT,
    WEEK,
    MONTH;

    boolean isPeriod() {
        return this == WEEK || this == MONTH;
    }

    /** The first day of the period that the day lies in. */
    LocalDate periodOf(LocalDate day) {
        return this == WEEK
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day.with(TemporalAdjusters.firstDayOfMonth());
    }

    /** The last day of the period that begins on that day. */
    LocalDate lastOf(LocalDate first) {
        return this == WEEK ? first.plusDays(6) : first.with(TemporalAdjusters.lastDayOfMonth());
    }
}
