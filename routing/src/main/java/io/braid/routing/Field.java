package io.braid.routing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One fact that rules may ask for: its name, what it means, what it depends on and how it is read. The compiler, the
 * vocabulary and the decision all use this one definition. A name ending in a dot is a family: the attribute's name
 * follows it.
 */
record Field(
        Name name,
        Type type,
        int needs,
        Reader reader,
        @Nullable Key key) {
    /** Depends on the candidate. */
    static final int CANDIDATE = 1;

    /** Depends on the line. */
    static final int LINE = 2;

    /** What the field is called, also called, means and is counted in. */
    record Name(
            String text,
            @Nullable String alias,
            String meaning,
            @Nullable String unit) {}

    /** What kind of value the field has; ANY is an attribute, whose values decide. */
    enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        LIST("a list of texts"),
        ANY("whatever was stored");

        private final String phrase;

        Type(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }

    /** Reads the fact at the cursor; null when it is missing. */
    sealed interface Reader permits Values, Measure {
        @Nullable
        Object read(Facts facts);
    }

    /** Any value. */
    non-sealed interface Values extends Reader {}

    /** A number that is counted or measured, never money; NaN when it is missing. */
    non-sealed interface Measure extends Reader {
        double of(Facts facts);

        @Override
        default @Nullable Object read(Facts facts) {
            double value = of(facts);
            return Double.isNaN(value) ? null : (Object) value;
        }
    }

    /** The candidate's place in an ascending order; {@link #MISSING} sorts behind everything in both directions. */
    interface Key {
        long MISSING = Long.MAX_VALUE;

        long of(Facts facts, int candidate);
    }

    boolean isFamily() {
        return name.text().endsWith(".");
    }

    boolean isSortOnly() {
        return name.text().equals("random");
    }

    /** Numbers of any kind as exact decimals; null for what is not a number. */
    static @Nullable BigDecimal decimal(@Nullable Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Double binary) {
            return Double.isFinite(binary) ? BigDecimal.valueOf(binary) : null;
        }
        return value instanceof Number other ? new BigDecimal(other.toString()) : null;
    }
}
