package io.braid.api;

/** How averages are told: a figure with seventeen digits reads as if they meant something. */
final class Rounding {
    private static final double THOUSANDTHS = 1_000;

    private Rounding() {}

    static double toThousandths(double average) {
        return Math.round(average * THOUSANDTHS) / THOUSANDTHS;
    }
}
