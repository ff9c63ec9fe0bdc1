package io.braid.kernel;

import java.util.regex.Pattern;

/** The code of a vendor: 1 to 40 small letters, digits and hyphens. */
public record VendorCode(String text) implements Comparable<VendorCode> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public VendorCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text)
                            + "' is not a vendor code: 1 to 40 small letters, digits or hyphens, beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(VendorCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
