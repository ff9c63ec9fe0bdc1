package io.braid.routing;

import java.util.Arrays;

/**
 * Picks, one after the other, who adds units to a set of pickers for the least each, until nobody adds any: so a set
 * comes about that gives all that pickers can give. What a picker adds only shrinks while the set grows, so most prices
 * need not be asked again. Counts its steps.
 */
final class Gathering {
    static final int NOBODY = -1;

    private final Lots lots;
    private final Floors floors;
    private final Offers offers;
    private final int[] rest;
    private final double[] perUnit;
    private long work;

    /** Who is in already, and who never comes in, is not asked. */
    Gathering(Lots lots, Floors floors, Offers offers, boolean[] in) {
        this.lots = lots;
        this.floors = floors;
        this.offers = offers;
        this.rest = new int[lots.items()];
        Arrays.setAll(rest, item -> uncovered(item, in));
        this.perUnit = new double[in.length];
        Arrays.setAll(
                perUnit,
                picker -> in[picker] || lots.isUnderway(picker) || !floors.isUseful(picker)
                        ? Double.MAX_VALUE
                        : perUnit(picker));
    }

    long work() {
        return work;
    }

    /** The next to take in; nobody when all is covered. */
    int next() {
        int best = least();
        while (best != NOBODY) {
            double now = perUnit(best);
            if (now <= perUnit[best]) {
                return best;
            }
            perUnit[best] = now;
            best = least();
        }
        return NOBODY;
    }

    /** Told that a picker is in now. */
    void take(int picker, boolean[] in) {
        perUnit[picker] = Double.MAX_VALUE;
        for (int item : offers.of(picker)) {
            rest[item] = uncovered(item, in);
        }
    }

    private int least() {
        int best = NOBODY;
        for (int picker = 0; picker < perUnit.length; picker++) {
            if (perUnit[picker] < (best == NOBODY ? Double.MAX_VALUE : perUnit[best])) {
                best = picker;
            }
        }
        work += perUnit.length / 4;
        return best;
    }

    /** What a unit costs that only this picker would give; the largest number where there is none. */
    private double perUnit(int picker) {
        double all = floors.opening(picker);
        long units = 0;
        for (int item : offers.of(picker)) {
            long count = Math.min(rest[item], lots.gain(picker, item));
            units += count * lots.units(item);
            all += 1.0 * floors.cost(picker, item) * count;
        }
        work += offers.of(picker).length;
        return units == 0 ? Double.MAX_VALUE : all / units;
    }

    private int uncovered(int item, boolean[] in) {
        int open = lots.target(item);
        int left = lots.giversMax(item);
        for (int picker : offers.givers(item)) {
            if (in[picker] && open > 0 && left > 0) {
                open -= Math.min(open, lots.gain(picker, item));
                left--;
            }
        }
        work += offers.givers(item).length / 4;
        return left == 0 ? 0 : open;
    }

    /** Who may give what, laid out both ways: an item's givers by cost, then by rank, and a picker's items. */
    static final class Offers {
        private final int[][] givers;
        private final int[][] items;

        Offers(Lots lots, Floors floors) {
            this.givers = new int[lots.items()][];
            this.items = new int[lots.pickers()][];
            int[] counts = new int[items.length];
            for (int item = 0; item < givers.length; item++) {
                givers[item] = byCost(lots, floors, item);
                for (int picker : givers[item]) {
                    counts[picker]++;
                }
            }
            Arrays.setAll(items, picker -> new int[counts[picker]]);
            for (int item = givers.length - 1; item >= 0; item--) {
                for (int picker : givers[item]) {
                    items[picker][--counts[picker]] = item;
                }
            }
        }

        private static int[] byCost(Lots lots, Floors floors, int item) {
            int[] all = floors.givers(item);
            long pickers = Math.max(1, lots.pickers());
            long most = (Long.MAX_VALUE >> 1) / pickers;
            long[] keys = new long[all.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = Math.clamp(floors.cost(all[i], item), -most, most) * pickers + all[i];
            }
            Arrays.sort(keys);
            int[] sorted = new int[keys.length];
            Arrays.setAll(sorted, i -> (int) Math.floorMod(keys[i], pickers));
            return sorted;
        }

        int[] givers(int item) {
            return givers[item];
        }

        int[] of(int picker) {
            return items[picker];
        }
    }
}
