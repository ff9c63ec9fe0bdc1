package io.braid.routing;

import java.util.Arrays;
import java.util.List;

/**
 * The search behind FEWEST_SHIPMENTS, on bare numbers: given what each picker adds to each item, find the picks that
 * cover the most units, of those the fewest picks, of those the one whose worst ranked pick is ranked best, then the
 * next: a picker that is not picked changes nothing, wherever it is ranked.
 * Pickers are numbered by rank. Exact by branch and bound while the work budget lasts; the budget counts steps, not
 * time, so the answer is the same on every machine. Afterwards the best found is given with the bounds proven so far.
 */
final class Cover {
    /** About ten milliseconds; small orders need a few hundred steps. */
    static final long WORK_MAX = 10_000_000;

    private static final double ROUNDING = 1e-9;

    private final Gains gains;
    private final int limit;
    private int[] kept = {};
    private final long workMax;
    private long work;

    private int goal;
    private int[] path = {};
    private int[][] left = {};
    private boolean[] barred = {};
    private int[] best = {};
    private long bestUnits;

    /** What was found, ranks ascending, and what is proven about anything better. */
    record Found(List<Integer> picks, long units, int picksAtLeast, long unitsAtMost) {
        boolean isProven() {
            return picks.size() <= picksAtLeast && units >= unitsAtMost;
        }

        /** The share of the picks, or of the units, that a better answer could gain at most. */
        double gap() {
            double unitGap = unitsAtMost == 0 ? 0 : (double) (unitsAtMost - units) / unitsAtMost;
            double pickGap = picks.isEmpty() ? 0 : (double) (picks.size() - picksAtLeast) / picks.size();
            return Math.max(0, Math.max(unitGap, pickGap));
        }
    }

    /** At most {@code limit} pickers may be used. */
    Cover(Gains gains, int limit) {
        this(gains, limit, WORK_MAX);
    }

    Cover(Gains gains, int limit, long workMax) {
        this.workMax = workMax;
        this.gains = gains;
        this.limit = Math.min(limit, gains.pickers());
    }

    Found solve() {
        if (gains.targetUnits() == 0 || limit == 0) {
            return found(0, limit == 0 ? 0 : gains.targetUnits());
        }
        for (int picker = 0; picker < gains.pickers(); picker++) {
            if (gains.covers(picker, gains.target())) {
                return new Found(List.of(picker), gains.targetUnits(), 1, gains.targetUnits());
            }
        }
        kept = gains.undominated();
        greedy();
        int least = leastPicks();
        for (goal = least; goal <= limit; goal++) {
            if (bestUnits == gains.targetUnits() && best.length < goal) {
                break;
            }
            prepare(goal);
            saturate(0);
            if (bestUnits == gains.targetUnits() && best.length == goal) {
                return found(goal, gains.targetUnits());
            }
            if (work > workMax) {
                return found(Math.min(goal, best.length), gains.targetUnits());
            }
        }
        return most();
    }

    /** Not everything fits into the limit: the most units that do. */
    private Found most() {
        goal = limit;
        prepare(goal);
        fill(0, 0);
        return found(best.length, work > workMax ? gains.targetUnits() : bestUnits);
    }

    private Found found(int picksAtLeast, long unitsAtMost) {
        return new Found(Arrays.stream(best).boxed().toList(), bestUnits, picksAtLeast, unitsAtMost);
    }

    private void greedy() {
        int[] rest = gains.target().clone();
        int[] picks = new int[limit];
        boolean[] taken = new boolean[kept.length];
        long units = 0;
        int count = 0;
        while (count < limit && units < gains.targetUnits()) {
            int pick = -1;
            long most = 0;
            for (int i = 0; i < kept.length; i++) {
                long adds = taken[i] ? 0 : gains.adds(kept[i], rest);
                if (adds > most) {
                    most = adds;
                    pick = i;
                }
            }
            if (pick < 0) {
                break;
            }
            taken[pick] = true;
            gains.take(kept[pick], rest, rest);
            picks[count++] = kept[pick];
            units += most;
        }
        record(picks, count, units);
    }

    private void record(int[] picks, int count, long units) {
        int[] sorted = Arrays.copyOf(picks, count);
        Arrays.sort(sorted);
        int order = Long.compare(bestUnits, units);
        order = order != 0 ? order : Integer.compare(count, best.length);
        if (order < 0 || (order == 0 && compareFromWorst(sorted, best) < 0)) {
            best = sorted;
            bestUnits = units;
        }
    }

    /** Of as many picks, the first where the worst ranked that differ are ranked better. */
    private static int compareFromWorst(int[] one, int[] other) {
        for (int i = 1; i <= Math.min(one.length, other.length); i++) {
            int mine = one[one.length - i];
            int its = other[other.length - i];
            if (mine != its) {
                return Integer.compare(mine, its);
            }
        }
        return 0;
    }

    /** Whether the picks of the path so far are behind the best ones, whatever is added to them. */
    private boolean isWorse(int depth) {
        int[] sorted = Arrays.copyOf(path, depth);
        Arrays.sort(sorted);
        return compareFromWorst(sorted, best) > 0;
    }

    /** No fewer picks than this can cover everything: the largest shares add up too slowly below it. */
    private int leastPicks() {
        double[] shares = new double[kept.length];
        double all = 0;
        for (int item = 0; item < gains.items(); item++) {
            all += gains.target()[item] == 0 ? 0 : 1;
        }
        for (int i = 0; i < kept.length; i++) {
            shares[i] = gains.share(kept[i], gains.target());
        }
        Arrays.sort(shares);
        double sum = 0;
        int picks = 0;
        while (picks < shares.length && sum < all - ROUNDING) {
            sum += shares[shares.length - 1 - picks++];
        }
        // One pick was tried already.
        return Math.max(2, picks);
    }

    private void prepare(int depth) {
        path = new int[depth];
        left = new int[depth + 1][gains.items()];
        System.arraycopy(gains.target(), 0, left[0], 0, gains.items());
        barred = new boolean[kept.length];
    }

    /** Looks for exactly {@code goal} picks that cover everything, branching on the item fewest pickers can help. */
    private void saturate(int depth) {
        if (work > workMax || (isComplete() && isWorse(depth))) {
            return;
        }
        int slots = goal - depth;
        if (slots == 1) {
            finish(depth);
            return;
        }
        int scarce = scarceItem(left[depth], slots);
        if (scarce < 0) {
            return;
        }
        boolean[] tried = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            if (!barred[i] && gains.of(kept[i], scarce) > 0) {
                path[depth] = kept[i];
                gains.take(kept[i], left[depth], left[depth + 1]);
                barred[i] = true;
                tried[i] = true;
                saturate(depth + 1);
            }
        }
        for (int i = 0; i < kept.length; i++) {
            barred[i] &= !tried[i];
        }
    }

    private boolean isComplete() {
        return bestUnits == gains.targetUnits() && best.length == goal;
    }

    private void finish(int depth) {
        for (int i = 0; i < kept.length; i++) {
            if (!barred[i] && gains.covers(kept[i], left[depth])) {
                work += (long) i * 2;
                path[depth] = kept[i];
                record(path, goal, gains.targetUnits());
                return;
            }
        }
        work += kept.length * 2L;
    }

    /** The open item with the fewest helpers; -1 when the slots cannot suffice. */
    private int scarceItem(int[] rest, int slots) {
        work += (long) kept.length * gains.items();
        double wanted = 0;
        int[] helpers = new int[gains.items()];
        long[] supply = new long[gains.items()];
        double[] top = new double[slots];
        for (int i = 0; i < kept.length; i++) {
            if (!barred[i]) {
                double share = 0;
                for (int item = 0; item < gains.items(); item++) {
                    int adds = Math.min(gains.of(kept[i], item), rest[item]);
                    helpers[item] += adds > 0 ? 1 : 0;
                    supply[item] += adds;
                    share += adds * gains.weight(item);
                }
                Gains.keepLargest(top, share);
            }
        }
        int scarce = -1;
        for (int item = 0; item < gains.items(); item++) {
            if (supply[item] < rest[item]) {
                return -1;
            }
            wanted += rest[item] * gains.weight(item);
            if (rest[item] > 0 && (scarce < 0 || helpers[item] < helpers[scarce])) {
                scarce = item;
            }
        }
        double most = Arrays.stream(top).sum();
        return most < wanted - ROUNDING ? -1 : scarce;
    }

    /** Looks for the most units with at most {@code goal} picks: each time with and without the largest picker. */
    private void fill(int depth, long units) {
        if (depth == goal) {
            record(path, depth, units);
            return;
        }
        boolean[] excluded = new boolean[kept.length];
        while (work <= workMax) {
            work += (long) kept.length * gains.items();
            int slots = goal - depth;
            double[] top = new double[slots];
            int pick = -1;
            long most = 0;
            for (int i = 0; i < kept.length; i++) {
                long adds = barred[i] ? 0 : gains.adds(kept[i], left[depth]);
                Gains.keepLargest(top, (double) adds);
                if (adds > most) {
                    most = adds;
                    pick = i;
                }
            }
            long bound = units + Math.min((long) Arrays.stream(top).sum(), gains.targetUnits() - units);
            if (pick < 0) {
                record(path, depth, units);
                break;
            }
            if (bound < bestUnits || (bound == bestUnits && best.length == goal && isWorse(depth))) {
                break;
            }
            path[depth] = kept[pick];
            gains.take(kept[pick], left[depth], left[depth + 1]);
            barred[pick] = true;
            excluded[pick] = true;
            fill(depth + 1, units + most);
        }
        for (int i = 0; i < kept.length; i++) {
            barred[i] &= !excluded[i];
        }
    }
}
