package io.braid.routing;

import java.util.Arrays;

/**
 * Better prices for {@link Floors} before a large search begins: lots that too few pickers want to give at their price
 * become dearer, those that too many want to give become cheaper, in ever smaller steps (a subgradient ascent on the
 * Lagrangian of "every lot is given once, by so many pickers at least"). Tells what every answer costs at least, and
 * every answer in which a certain picker gives a certain item. Assumes that no picker is open yet and that an answer
 * which loses nothing is known where more than one picker is asked for. Counts its steps.
 */
final class Haggling {
    private static final double ROUNDING = 1e-11;

    /** Rounds without a higher floor before the steps become smaller. */
    private static final int PATIENCE = 6;

    private final Lots lots;
    private final Floors floors;
    private final long known;
    private final double[] asked;
    private final double[] surplus;
    private final int[] excess;
    private final boolean[] chosen;
    private final boolean[] eager;
    private final double[] fewest;
    private double dearest;
    private double highest = Double.NEGATIVE_INFINITY;
    private long work;

    /** What the best answer known costs tells how far to step; no answer has fewer pickers than told. */
    Haggling(Lots lots, Floors floors, long known, int pickersAtLeast) {
        this.lots = lots;
        this.floors = floors;
        this.known = known;
        this.asked = new double[lots.items()];
        this.surplus = new double[lots.pickers()];
        this.excess = new int[lots.items()];
        this.chosen = new boolean[lots.pickers()];
        this.eager = new boolean[lots.pickers()];
        int useful = 0;
        for (int picker = 0; picker < lots.pickers(); picker++) {
            useful += floors.isUseful(picker) ? 1 : 0;
        }
        this.fewest = new double[Math.min(pickersAtLeast, useful)];
    }

    long work() {
        return work;
    }

    /** Looks for prices that prove more, beginning with these. */
    void from(long[] prices, int rounds) {
        for (int item = 0; item < asked.length; item++) {
            asked[item] = prices[item];
        }
        double[] best = asked.clone();
        double boldness = 1;
        int idle = 0;
        for (int round = 0; round < rounds; round++) {
            double floor = floor();
            idle = floor > highest ? 0 : idle + 1;
            if (floor > highest) {
                highest = floor;
                System.arraycopy(asked, 0, best, 0, best.length);
                System.arraycopy(chosen, 0, eager, 0, eager.length);
            }
            if (idle == PATIENCE) {
                boldness /= 2;
                idle = 0;
            }
            step(boldness * Math.max(1, known - floor));
        }
        System.arraycopy(best, 0, asked, 0, best.length);
        settle();
        choose();
    }

    /** No answer that is looked for costs less. */
    long below() {
        return cautious(highest);
    }

    /** No answer costs less in which this picker gives of the item. */
    long below(int picker, int item) {
        double coming = Math.max(0, surplus[picker] - Math.max(0, dearest));
        return cautious(highest + coming + Math.max(0, floors.cost(picker, item) - asked[item]));
    }

    /** Sums of fractions are a little off. */
    private static long cautious(double sum) {
        return (long) Math.floor(sum - 1 - Math.abs(sum) * ROUNDING);
    }

    /** Pickers that gain by giving at about the best prices: a good set to begin an answer with. */
    boolean[] eager() {
        return eager;
    }

    /** What everything costs at least at the prices asked; leaves who would give how much. */
    private double floor() {
        settle();
        double sum = floors.refunds() + choose();
        for (int item = 0; item < asked.length; item++) {
            sum += asked[item] * lots.target(item);
            excess[item] = lots.target(item);
            for (int picker : floors.givers(item)) {
                boolean gives = chosen[picker] && asked[item] > floors.cost(picker, item);
                excess[item] -= gives ? gain(picker, item) : 0;
            }
            work += floors.givers(item).length;
        }
        return sum;
    }

    /** Chooses who gains by giving, and the next best while they are too few; answers what opening them costs. */
    private double choose() {
        Arrays.fill(fewest, Double.NEGATIVE_INFINITY);
        double sum = 0;
        for (int picker = 0; picker < surplus.length; picker++) {
            chosen[picker] = surplus[picker] < 0;
            sum += Math.min(0, surplus[picker]);
            if (fewest.length > 0 && floors.isUseful(picker)) {
                Gains.keepLargest(fewest, -surplus[picker]);
            }
        }
        dearest = fewest.length == 0 ? 0 : -fewest[0];
        for (int i = 0; i < fewest.length && fewest[i] <= 0; i++) {
            sum -= fewest[i];
        }
        int missing = fewest.length;
        for (int picker = 0; picker < surplus.length; picker++) {
            missing -= floors.isUseful(picker) && surplus[picker] < Math.max(0, dearest) ? 1 : 0;
        }
        for (int picker = 0; picker < surplus.length; picker++) {
            boolean cheap = surplus[picker] < dearest || (surplus[picker] == dearest && missing-- > 0);
            chosen[picker] |= cheap && floors.isUseful(picker);
        }
        work += surplus.length;
        return sum;
    }

    /** What each picker's opening costs more than its lots pay; below zero where they pay more. */
    private void settle() {
        for (int picker = 0; picker < surplus.length; picker++) {
            surplus[picker] = floors.opening(picker);
        }
        for (int item = 0; item < asked.length; item++) {
            for (int picker : floors.givers(item)) {
                surplus[picker] -= Math.max(0, asked[item] - floors.cost(picker, item)) * gain(picker, item);
            }
            work += floors.givers(item).length;
        }
    }

    private int gain(int picker, int item) {
        return Math.min(lots.gain(picker, item), lots.target(item));
    }

    private void step(double length) {
        double squares = 0;
        for (int each : excess) {
            squares += (double) each * each;
        }
        for (int item = 0; item < asked.length && squares > 0; item++) {
            double moved = asked[item] + length * excess[item] / squares;
            asked[item] = Math.min(moved, (double) lots.penalty(item));
        }
    }

    /** Lowers prices until no picker's lots pay more than its opening costs. */
    Floors.Prices affordable() {
        settle();
        for (int picker = 0; picker < surplus.length; picker++) {
            if (surplus[picker] < 0) {
                cheapen(picker);
            }
        }
        Floors.Prices prices = new Floors.Prices(new long[asked.length], new long[0]);
        Arrays.setAll(prices.price(), item -> (long) Math.floor(asked[item]));
        return prices;
    }

    private void cheapen(int picker) {
        double paid = 0;
        for (int item = 0; item < asked.length; item++) {
            paid += Math.max(0, asked[item] - floors.cost(picker, item)) * gain(picker, item);
        }
        double opening = floors.opening(picker);
        // Prices fell since for other pickers' sake: it may be affordable by now.
        for (int item = 0; item < asked.length && paid > opening; item++) {
            double over = asked[item] - floors.cost(picker, item);
            if (over > 0 && gain(picker, item) > 0) {
                asked[item] -= over * (1 - opening / paid);
            }
        }
    }
}
