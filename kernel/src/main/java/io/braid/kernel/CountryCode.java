package io.braid.kernel;

import java.util.regex.Pattern;

/** A country by its two letters (ISO 3166-1 alpha-2). */
public record CountryCode(String text) implements Comparable<CountryCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

    public CountryCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is not a country code of two capital letters (ISO 3166-1), such as US");
        }
    }

    @Override
    public int compareTo(CountryCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
