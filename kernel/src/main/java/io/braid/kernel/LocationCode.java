package io.braid.kernel;

import org.jspecify.annotations.Nullable;

/** The code of a location: 1 to 64 letters, digits and the characters {@code . _ -}. */
public record LocationCode(String text) implements Comparable<LocationCode> {
    private static final int LENGTH_MAX = 64;

    public LocationCode {
        if (!Codes.isCode(text, LENGTH_MAX, "._-")) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is not a location code: 1 to 64 letters, digits, or . _ -, beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(LocationCode other) {
        return text.compareTo(other.text);
    }

    // Written out because facts are looked up by codes all the time: what a record is given by itself is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocationCode(String otherText) && text.equals(otherText);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
