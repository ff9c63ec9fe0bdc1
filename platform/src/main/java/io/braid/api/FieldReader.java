package io.braid.api;

import io.braid.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Readers of texts that requests and files share; a text that does not fit is an {@link IllegalArgumentException}. */
final class FieldReader {
    /** No business reaches further, and every store, calendar and file can hold what lies between. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Instant FIRST_MOMENT =
            EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    static final Instant END = LATEST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private FieldReader() {}

    static LocalDate date(String text) {
        try {
            return date(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a date such as 2026-11-23", e);
        }
    }

    /** A date of our time, whoever read it. */
    static LocalDate date(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException(date + " is not between " + EARLIEST + " and " + LATEST);
        }
        return date;
    }

    static Instant instant(String text) {
        try {
            return instant(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is not an instant such as 2026-11-23T10:15:30Z", e);
        }
    }

    /** A moment of our time, whoever read it. */
    static Instant instant(Instant at) {
        if (at.isBefore(FIRST_MOMENT) || !at.isBefore(END)) {
            throw new IllegalArgumentException(at + " is not between " + FIRST_MOMENT + " and " + END);
        }
        return at;
    }

    /** Hours and minutes: a wall-clock minute, as opening hours and cut-offs count. */
    static LocalTime minute(String text) {
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is not a time of day such as 08:30, from 00:00 to 23:59");
        }
        return LocalTime.parse(text);
    }

    /** A region's zone, which knows its daylight saving; a bare offset does not. */
    static ZoneId zone(String text) {
        if (!text.equals("UTC")
                && !(text.contains("/") && ZoneId.getAvailableZoneIds().contains(text))) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is not a time zone of the IANA database, such as America/Chicago");
        }
        return ZoneId.of(text);
    }
}
