package io.braid.kernel;

/**
 * A whole number of units, zero included, of at most {@link #UNITS_MAX}. Sums of a few quantities cannot overflow an
 * {@code int}, and a quantity typed with a stuck key is refused instead of reserved.
 */
public record Quantity(int units) implements Comparable<Quantity> {
    /** A hundred million units of one product: above any real stock, far below what an int holds. */
    public static final int UNITS_MAX = 100_000_000;

    /** A million units on one order line: above any real order. */
    public static final int ORDERED_MAX = 1_000_000;

    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (units < 0 || units > UNITS_MAX) {
            throw new IllegalArgumentException(units + " is not between 0 and " + UNITS_MAX + " units");
        }
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units + other.units);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(units - other.units);
    }

    public boolean isZero() {
        return units == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Integer.compare(units, other.units);
    }

    @Override
    public String toString() {
        return Integer.toString(units);
    }
}
