package io.braid.api;

import io.braid.kernel.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The free facts of an order, a line, a product or a location, as routing may ask about them: names with texts,
 * numbers, booleans, or lists of texts. Sorted by name, so that the same facts are the same bytes.
 */
final class Attributes {
    /** Enough for any rule; a document store is something else. */
    private static final int COUNT_MAX = 100;

    private static final int NAME_LENGTH_MAX = 64;
    private static final int TEXT_LENGTH_MAX = 500;
    private static final int LIST_MAX = 100;
    private static final int DIGITS_MAX = 30;

    private Attributes() {}

    static Map<String, Object> read(Faults faults, String pointer, @Nullable Map<String, Object> given) {
        if (given == null || given.isEmpty()) {
            return Map.of();
        }
        if (given.size() > COUNT_MAX) {
            faults.add(pointer, "at most " + COUNT_MAX + " attributes are kept, not " + given.size());
            return Map.of();
        }
        Map<String, Object> sound = new TreeMap<>();
        given.forEach((name, value) -> {
            String fault = fault(name, value);
            if (fault == null) {
                sound.put(name, value);
            } else {
                faults.add(pointer + "/" + escaped(name), fault);
            }
        });
        return sound;
    }

    private static @Nullable String fault(String name, @Nullable Object value) {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX || name.indexOf('\0') >= 0) {
            return "'" + Texts.shown(name) + "' is not a name of 1 to " + NAME_LENGTH_MAX + " characters";
        }
        boolean sound = switch (value) {
            case String text -> isShort(text);
            case Number number -> isModest(number);
            case Boolean bool -> true;
            case List<?> list ->
                list.size() <= LIST_MAX && list.stream().allMatch(e -> e instanceof String text && isShort(text));
            case null -> false;
            default -> false;
        };
        return sound
                ? null
                : "must be a text of at most " + TEXT_LENGTH_MAX + " characters, a number of at most " + DIGITS_MAX
                        + " digits, true, false, or a list of at" + " most " + LIST_MAX + " texts";
    }

    private static boolean isShort(String text) {
        return text.length() <= TEXT_LENGTH_MAX && text.indexOf('\0') < 0;
    }

    /** A few characters such as 1e999999 would be a million digits in the database. */
    private static boolean isModest(Number number) {
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        return Math.abs((long) exact.scale()) <= DIGITS_MAX && exact.precision() <= DIGITS_MAX;
    }

    private static String escaped(String name) {
        return Texts.shown(name).replace("~", "~0").replace("/", "~1");
    }
}
