package io.braid.api;

import io.braid.kernel.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Readers of texts that requests and files share; a text that does not fit is an {@link IllegalArgumentException}. */
final class FieldReader {
    private FieldReader() {}

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a date such as 2026-11-23", e);
        }
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
