package io.braid.routing;

import java.util.Arrays;

/**
 * A straight line below each picker's tariff, over all weights its shipment can have: a fixed part and a part per
 * gram, for lower bounds. The line touches the tariff where it can; it is never above it.
 */
final class FreightLine {
    /** Slopes are kept in these parts of a ten-thousandth per gram, so that rounding them costs nothing. */
    private static final long PARTS = 1 << 12;

    /** So many weights are looked at exactly; where more are possible, a grid of them stands for all. */
    private static final int WEIGHTS_MAX = 24;

    private static final int GRID = 250;

    /** Few shipments of a large order carry more than one part in so many of it. */
    private static final int PARTS_EXPECTED = 8;

    private static final double HAIR = 1e-6;

    private final long[] base;
    private final long[] slope;
    private final long[] weights;
    private final long expected;
    private final long[] at;
    private final long[] costs;

    FreightLine(Lots lots) {
        this.base = new long[lots.pickers()];
        this.slope = new long[lots.pickers()];
        this.weights = weights(lots);
        long all = 0;
        for (int item = 0; item < lots.items(); item++) {
            all += lots.grams(item) * lots.target(item);
        }
        this.expected = all / PARTS_EXPECTED;
        int pointsMax = weights.length > 0 ? weights.length : GRID + 1;
        this.at = new long[pointsMax];
        this.costs = new long[pointsMax];
        for (int picker = 0; picker < base.length; picker++) {
            fit(lots, picker);
        }
    }

    /** Every weight that some choice of lots has, ascending; empty when there are too many to list. */
    private static long[] weights(Lots lots) {
        long[] sums = {0};
        for (int item = 0; item < lots.items(); item++) {
            for (int lot = 0; lot < lots.target(item); lot++) {
                sums = withOneMore(sums, lots.grams(item));
                if (sums.length > WEIGHTS_MAX) {
                    return new long[0];
                }
            }
        }
        return sums;
    }

    private static long[] withOneMore(long[] sums, long grams) {
        long[] both = Arrays.copyOf(sums, sums.length * 2);
        for (int i = 0; i < sums.length; i++) {
            both[sums.length + i] = sums[i] + grams;
        }
        Arrays.sort(both);
        int count = 1;
        for (int i = 1; i < both.length; i++) {
            if (both[i] != both[count - 1]) {
                both[count++] = both[i];
            }
        }
        return Arrays.copyOf(both, count);
    }

    private void fit(Lots lots, int picker) {
        long most = lots.loadMax(picker);
        long least = Long.MAX_VALUE;
        for (int item = 0; item < lots.items(); item++) {
            least = lots.gain(picker, item) == 0 ? least : Math.min(least, lots.grams(item));
        }
        if (least > most) {
            return;
        }
        long first = lots.freight(picker, least);
        long last = lots.freight(picker, most);
        base[picker] = first;
        if (last > first) {
            boolean exact = weights.length > 0;
            int points = exact ? between(least, most) : grid(least, most);
            for (int i = 0; i < points; i++) {
                // On a grid, a weight just below a point costs at least what the point before it costs.
                costs[i] = lots.freight(picker, exact || i == 0 ? at[i] : at[i - 1]);
            }
            lay(picker, points - 1, -Math.max(0, lots.fixed(picker)));
        }
    }

    private int between(long least, long most) {
        int points = 0;
        for (long weight : weights) {
            if (weight >= least && weight <= most) {
                at[points++] = weight;
            }
        }
        return points;
    }

    private int grid(long least, long most) {
        for (int i = 0; i <= GRID; i++) {
            at[i] = least + (most - least) * i / GRID;
        }
        return GRID + 1;
    }

    /** The slope of the lower hull at the load expected, the height as all points allow; not below the floor. */
    private void lay(int picker, int end, long floor) {
        long load = Math.clamp(Math.min(expected, at[end] / 2), at[0], at[end]);
        long steep = weights.length > 0 ? steep(0, end) : hull(end, load);
        long height = Long.MAX_VALUE;
        for (int i = 0; i <= end; i++) {
            height = Math.min(height, costs[i] - steep * at[i] / PARTS);
        }
        // Rounded down twice; one less is below for sure.
        height--;
        if (height < floor) {
            height = floor;
            for (int i = 0; i <= end; i++) {
                steep = at[i] == 0 ? steep : Math.min(steep, (costs[i] - height) * PARTS / at[i]);
            }
        }
        base[picker] = height;
        slope[picker] = Math.max(0, steep);
    }

    /** How steep the highest line is at that load of all that are above no point. */
    private long hull(int end, long load) {
        int from = 0;
        int to = end;
        boolean moved = true;
        while (moved) {
            int left = from;
            int right = to;
            for (int i = 0; i <= end; i++) {
                if (at[i] <= load && at[i] < at[right] && isBelow(i, left, right)) {
                    left = i;
                }
            }
            for (int i = end; i >= 0; i--) {
                if (at[i] >= load && at[i] > at[left] && isBelow(i, left, right)) {
                    right = i;
                }
            }
            moved = left != from || right != to;
            from = left;
            to = right;
        }
        return steep(from, to);
    }

    private long steep(int from, int to) {
        return (costs[to] - costs[from]) * PARTS / Math.max(1, at[to] - at[from]);
    }

    /** Whether the point is below the line through the two others; by a hair is not. */
    private boolean isBelow(int point, int from, int to) {
        double rise = 1.0 * (costs[to] - costs[from]) / Math.max(1, at[to] - at[from]);
        return costs[point] < costs[from] + rise * (at[point] - at[from]) - HAIR;
    }

    long base(int picker) {
        return base[picker];
    }

    /** At most what so many grams more cost. */
    long of(int picker, long grams) {
        return slope[picker] * grams / PARTS;
    }
}
