package io.braid.kernel;

import org.jspecify.annotations.Nullable;

/** The operator's own number of a product: 1 to 64 letters, digits and the characters {@code . _ / + -}. */
public record Sku(String text) implements Comparable<Sku> {
    private static final int LENGTH_MAX = 64;

    public Sku {
        if (!Codes.isCode(text, LENGTH_MAX, "._/+-")) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is not a SKU: 1 to 64 letters, digits, or . _ / + -, beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return text.compareTo(other.text);
    }

    // Written out because facts are looked up by codes all the time: what a record is given by itself is slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sku(String otherText) && text.equals(otherText);
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
