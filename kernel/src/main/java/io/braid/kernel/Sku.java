package io.braid.kernel;

import java.util.regex.Pattern;

/** The operator's own number of a product: 1 to 64 letters, digits and the characters {@code . _ / + -}. */
public record Sku(String text) implements Comparable<Sku> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]{0,63}");

    public Sku {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is not a SKU: 1 to 64 letters, digits, or . _ / + -, beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
