package io.braid.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A postal code of one country in the form that tables are looked up by: capitals, no blanks or hyphens; a US code
 * keeps its five digits (ZIP+4 names a street segment, which no table of places knows).
 */
public record PostalCode(CountryCode country, String code) {
    private static final int LENGTH_MAX = 12;
    private static final Pattern US = Pattern.compile("[0-9]{5}([0-9]{4})?");

    public PostalCode {
        if (code.isEmpty() || code.length() > LENGTH_MAX || !code.chars().allMatch(PostalCode::isCodeCharacter)) {
            throw new IllegalArgumentException("'" + Texts.shown(code) + "' is not a postal code");
        }
    }

    public static PostalCode parse(CountryCode country, String text) {
        String code = text.strip().toUpperCase(Locale.ROOT).replace(" ", "").replace("-", "");
        if (country.text().equals("US")) {
            if (!US.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "'" + Texts.shown(text) + "' is not a US postal code: five digits, or ZIP+4");
            }
            code = code.substring(0, 5);
        }
        if (code.isEmpty() || code.length() > LENGTH_MAX || !code.chars().allMatch(PostalCode::isCodeCharacter)) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is not a postal code: 1 to " + LENGTH_MAX + " letters and digits");
        }
        return new PostalCode(country, code);
    }

    private static boolean isCodeCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    @Override
    public String toString() {
        return country + " " + code;
    }
}
