package io.braid.api;

import io.braid.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line by the names of their columns. An empty field is one that was left out. Whoever reads a field
 * that does not hold what it should gets an {@link IllegalArgumentException} that names the column.
 */
record CsvLine(List<String> header, List<String> fields) {

    @Nullable
    String find(String column) {
        int index = header.indexOf(column);
        String text = index < 0 ? "" : fields.get(index).strip();
        return text.isEmpty() ? null : text;
    }

    /** The columns of that family which say something on this line. */
    List<String> columnsOf(String prefix) {
        List<String> columns = new ArrayList<>();
        for (String column : header) {
            if (column.startsWith(prefix) && find(column) != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    String text(String column, int lengthMax) {
        String text = find(column);
        if (text == null) {
            throw new IllegalArgumentException(column + " is required");
        }
        if (text.codePointCount(0, text.length()) > lengthMax) {
            throw new IllegalArgumentException(column + " must have at most " + lengthMax + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(column + " must not hold the character NUL");
        }
        return text;
    }

    <T> T read(String column, Function<String, T> value) {
        T read = find(column, value);
        if (read == null) {
            throw new IllegalArgumentException(column + " is required");
        }
        return read;
    }

    <T> @Nullable T find(String column, Function<String, T> value) {
        String text = find(column);
        if (text == null) {
            return null;
        }
        try {
            return value.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + ": " + e.getMessage(), e);
        }
    }

    @Nullable
    Integer findNumber(String column, int min, int max) {
        return find(column, text -> number(text, min, max));
    }

    private static int number(String text, int min, int max) {
        if (!text.matches("-?[0-9]{1,10}")) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a whole number");
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException(text + " is not between " + min + " and " + max);
        }
        return (int) value;
    }

    @Nullable
    Boolean findTruth(String column) {
        // Spreadsheets write TRUE.
        return find(column, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + Texts.shown(text) + "' is neither true nor false");
        });
    }
}
