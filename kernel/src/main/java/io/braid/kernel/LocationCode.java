package io.braid.kernel;

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

    @Override
    public String toString() {
        return text;
    }
}
