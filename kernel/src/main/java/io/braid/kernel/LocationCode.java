package io.braid.kernel;

import java.util.regex.Pattern;

/** The code of a location: 1 to 64 letters, digits and the characters {@code . _ -}. */
public record LocationCode(String text) implements Comparable<LocationCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public LocationCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is not a location code: 1 to 64 letters, digits, or . _ -, beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(LocationCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
