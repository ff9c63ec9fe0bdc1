package io.braid.routing;

import java.util.Arrays;

/**
 * Better prices for {@link Floors} before a large search begins: lots that too few pickers want to give at their price
 * become dearer, those that too many want to give become cheaper, in ever smaller steps (a subgradient ascent on the
 * Lagrangian of "every lot is given once"). Ends with prices at which no picker could be opened for less than its lots
 * pay. Assumes that no picker is open yet. Counts its steps and proves nothing by itself.
 */
final class Haggling {
    /** So many rounds bring the floor near the best there is; more add little. */
    private static final int ROUNDS = 120;

    /** Rounds without a higher floor before the steps become smaller. */
    private static final int PATIENCE = 6;

    private final Lots lots;
    private final Floors floors;
    private final long known;
    private final double[] asked;
    private final double[] surplus;
    private final int[] excess;
    private final boolean[] eager;
    private long work;

    /** What the best answer known costs tells how far to step. */
    Haggling(Lots lots, Floors floors, long known) {
        this.lots = lots;
        this.floors = floors;
        this.known = known;
        this.asked = new double[lots.items()];
        this.surplus = new double[lots.pickers()];
        this.excess = new int[lots.items()];
        this.eager = new boolean[lots.pickers()];
    }

    long work() {
        return work;
    }

    Floors.Prices better(Floors.Prices before) {
        for (int item = 0; item < asked.length; item++) {
            asked[item] = before.price()[item];
        }
        double[] best = asked.clone();
        double highest = Double.NEGATIVE_INFINITY;
        double boldness = 1;
        int idle = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double floor = floor();
            idle = floor > highest ? 0 : idle + 1;
            if (floor > highest) {
                highest = floor;
                System.arraycopy(asked, 0, best, 0, best.length);
                noteEager();
            }
            if (idle == PATIENCE) {
                boldness /= 2;
                idle = 0;
            }
            step(boldness * Math.max(1, known - floor));
        }
        System.arraycopy(best, 0, asked, 0, best.length);
        return affordable();
    }

    private void noteEager() {
        for (int picker = 0; picker < eager.length; picker++) {
            eager[picker] = surplus[picker] < 0;
        }
    }

    /** Pickers that gain by giving at about the best prices: a good set to begin an answer with. */
    boolean[] eager() {
        return eager;
    }

    /** What everything costs at least at the prices asked; leaves who would give how much. */
    private double floor() {
        settle();
        double sum = floors.refunds();
        for (int item = 0; item < asked.length; item++) {
            sum += asked[item] * lots.target(item);
            excess[item] = lots.target(item);
            for (int picker : floors.givers(item)) {
                boolean gives = surplus[picker] < 0 && asked[item] > floors.cost(picker, item);
                excess[item] -= gives ? gain(picker, item) : 0;
            }
            work += floors.givers(item).length;
        }
        for (double each : surplus) {
            sum += Math.min(0, each);
        }
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
    private Floors.Prices affordable() {
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
