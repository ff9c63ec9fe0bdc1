package io.braid.routing;

import java.util.Arrays;

/**
 * What every picker adds to every item, no more than the item needs. Pickers are numbered by rank. {@code target} is
 * what all of them together could cover.
 */
final class Gains {
    private final int items;
    private final int[] gains;
    private final int[] target;
    private final double[] weight;
    private final long targetUnits;

    /** Laid out picker by picker. */
    Gains(int[] need, int[] gains) {
        this.items = need.length;
        this.gains = gains;
        this.target = new int[items];
        this.weight = new double[items];
        long units = 0;
        for (int item = 0; item < items; item++) {
            long sum = 0;
            for (int picker = 0; picker < pickers(); picker++) {
                sum += of(picker, item);
            }
            target[item] = (int) Math.min(need[item], sum);
            weight[item] = target[item] == 0 ? 0 : 1.0 / target[item];
            units += target[item];
        }
        this.targetUnits = units;
    }

    int items() {
        return items;
    }

    int pickers() {
        return items == 0 ? 0 : gains.length / items;
    }

    int of(int picker, int item) {
        return gains[picker * items + item];
    }

    int[] target() {
        return target;
    }

    long targetUnits() {
        return targetUnits;
    }

    /** What one unit of the item counts when every item counts one. */
    double weight(int item) {
        return weight[item];
    }

    boolean covers(int picker, int[] wanted) {
        int base = picker * items;
        for (int item = 0; item < items; item++) {
            if (gains[base + item] < wanted[item]) {
                return false;
            }
        }
        return true;
    }

    long adds(int picker, int[] rest) {
        int base = picker * items;
        long units = 0;
        for (int item = 0; item < items; item++) {
            units += Math.min(gains[base + item], rest[item]);
        }
        return units;
    }

    /** Items the picker would cover, where a part counts as its share. */
    double share(int picker, int[] rest) {
        int base = picker * items;
        double share = 0;
        for (int item = 0; item < items; item++) {
            share += Math.min(gains[base + item], rest[item]) * weight[item];
        }
        return share;
    }

    void take(int picker, int[] from, int[] to) {
        int base = picker * items;
        for (int item = 0; item < items; item++) {
            to[item] = from[item] - Math.min(gains[base + item], from[item]);
        }
    }

    /** The pickers worth a thought: no better ranked one gives all there is of every item they have. */
    int[] undominated() {
        int[] kept = new int[pickers()];
        int count = 0;
        for (int picker = 0; picker < kept.length; picker++) {
            boolean dominated = false;
            for (int i = 0; i < count && !dominated; i++) {
                dominated = dominates(kept[i], picker);
            }
            if (!dominated) {
                kept[count++] = picker;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean dominates(int better, int picker) {
        for (int item = 0; item < items; item++) {
            if (of(picker, item) > 0 && of(better, item) < target[item]) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the largest values, ascending. */
    static void keepLargest(double[] top, double value) {
        if (value <= top[0]) {
            return;
        }
        int i = 0;
        while (i + 1 < top.length && top[i + 1] < value) {
            top[i] = top[i + 1];
            i++;
        }
        top[i] = value;
    }
}
