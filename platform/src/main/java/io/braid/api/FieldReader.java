package io.braid.api;

import io.braid.kernel.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Readers of texts that requests and files share; a text that does not fit is an {@link IllegalArgumentException}. */
final class FieldReader {
    private static final int ATTRIBUTES_MAX = 100;
    private static final int ATTRIBUTE_NAME_MAX = 64;
    private static final int ATTRIBUTE_TEXT_MAX = 1_000;

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

    /** Free facts: names to texts, numbers, truths, or lists of these. */
    static Map<String, Object> attributes(
            Faults faults, String pointer, @Nullable Map<String, @Nullable Object> attributes) {
        Map<String, Object> read = new TreeMap<>();
        if (attributes == null) {
            return read;
        }
        if (attributes.size() > ATTRIBUTES_MAX) {
            faults.add(pointer, "has more than " + ATTRIBUTES_MAX + " attributes");
            return read;
        }
        attributes.forEach((name, value) -> {
            String wrong = wrong(name, value);
            if (wrong != null) {
                faults.add(pointer + "/" + Texts.shown(name.replace("~", "~0").replace("/", "~1")), wrong);
            } else if (value != null) {
                read.put(name, value);
            }
        });
        return read;
    }

    private static @Nullable String wrong(String name, @Nullable Object value) {
        if (name.isBlank() || name.length() > ATTRIBUTE_NAME_MAX || name.indexOf('\0') >= 0) {
            return "an attribute's name has 1 to " + ATTRIBUTE_NAME_MAX + " characters";
        }
        return switch (value) {
            case null -> "is null; leave the attribute out";
            case List<?> list ->
                list.size() <= ATTRIBUTES_MAX && list.stream().allMatch(FieldReader::isPlain)
                        ? null
                        : "a list of at most " + ATTRIBUTES_MAX + " texts, numbers or truths is wanted";
            default -> isPlain(value) ? null : "a text, a number, true or false, or a list of these is wanted";
        };
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> text.length() <= ATTRIBUTE_TEXT_MAX && text.indexOf('\0') < 0;
            case BigDecimal number -> Math.abs((long) number.scale()) <= 30 && number.precision() <= 30;
            case Integer _, Long _, Boolean _ -> true;
            default -> false;
        };
    }
}
