package io.braid.kernel;

/** The number of an order, nine digits or more. It is the order's key in every table of the order's family. */
public record OrderNumber(long value) implements Comparable<OrderNumber> {
    /** The first number given: nine digits, so that no number ever looks like a line or a quantity. */
    public static final long FIRST = 100_000_001L;

    public OrderNumber {
        if (value < FIRST) {
            throw new IllegalArgumentException(value + " is not an order number");
        }
    }

    /** Refuses what is not one with an {@link IllegalArgumentException}; callers answer "not found" then. */
    public static OrderNumber parse(String text) {
        if (!text.matches("[1-9][0-9]{8,17}")) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not an order number");
        }
        return new OrderNumber(Long.parseLong(text));
    }

    @Override
    public int compareTo(OrderNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
