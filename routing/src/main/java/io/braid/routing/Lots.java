package io.braid.routing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the search behind LOWEST_COST may buy where, on bare numbers. An item is wanted in lots: one lot that goes
 * whole, or one lot per unit. Pickers are numbered by rank. Costs are in ten-thousandths of the order's currency and
 * come without what the shipment's weight costs, which the tariff tells. A lot that nobody gives costs
 * {@link #penalty}, more than any answer differs from another, so that the most units come before the least cost.
 */
final class Lots {
    /** Beyond this, twice of it could not be told from less; no trade comes near. */
    private static final long SPREAD_MAX = Long.MAX_VALUE >> 3;

    private static final long SHIPMENT = 1_000_000;

    private final Wants wants;
    private final Terms terms;
    private final Freight freight;
    private final Pools pools;
    private final int[] target;
    private final long penalty;
    private final long grain;
    private final long targetUnits;

    /** Lots wanted of each item, the units and the weight of one of them, and the most pickers that may share it. */
    record Wants(int[] lots, int[] units, long[] grams, int[] giversMax) {
        static Wants of(int items) {
            int[] giversMax = new int[items];
            Arrays.fill(giversMax, Integer.MAX_VALUE);
            return new Wants(new int[items], new int[items], new long[items], giversMax);
        }
    }

    /**
     * Picker by picker, item by item, the lots a picker has and what one costs there; picker by picker, what a
     * shipment costs however much is in it, and whether it is under way anyway.
     */
    record Terms(int[] gains, long[] costs, long[] fixed, boolean[] underway) {}

    /** What it costs more that a picker's shipment carries so many grams; never falls when they grow. */
    interface Freight {
        long of(int picker, long grams);
    }

    /**
     * Stock that several items draw from: for each item the pools it touches and what a lot draws there; picker by
     * picker the units of each pool. No pools where no two items share one.
     */
    record Pools(int[][] touched, int[][] drawn, int[] stock, int count) {
        static Pools none() {
            return new Pools(new int[0][], new int[0][], new int[0], 0);
        }
    }

    Lots(Wants wants, Terms terms, Freight freight, Pools pools) {
        this(wants, terms, freight, pools, 1);
    }

    /** All costs are multiples of the grain. */
    Lots(Wants wants, Terms terms, Freight freight, Pools pools, long grain) {
        this.grain = grain;
        this.wants = wants;
        this.terms = terms;
        this.freight = freight;
        this.pools = pools;
        this.target = new int[wants.lots().length];
        long units = 0;
        for (int item = 0; item < target.length; item++) {
            target[item] = (int) Math.min(wants.lots()[item], reachable(item));
            units += (long) target[item] * wants.units()[item];
        }
        this.targetUnits = units;
        this.penalty = rounded(penaltyAbove(spread(), units));
    }

    /** Lots of the largest givers, as many as may share the item. */
    private long reachable(int item) {
        if (wants.lots()[item] == 1) {
            return giversMax(item) > 0 && isHeld(item) ? 1 : 0;
        }
        int[] gains = new int[pickers()];
        for (int picker = 0; picker < gains.length; picker++) {
            gains[picker] = gain(picker, item);
        }
        if (giversMax(item) < gains.length) {
            Arrays.sort(gains);
        }
        long sum = 0;
        for (int i = 1; i <= Math.min(gains.length, giversMax(item)); i++) {
            sum += gains[gains.length - i];
        }
        return sum;
    }

    private boolean isHeld(int item) {
        for (int picker = 0; picker < pickers(); picker++) {
            if (gain(picker, item) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The most that costs can add up to, in either direction. */
    private long spread() {
        long most = 0;
        long lots = 0;
        for (int item = 0; item < target.length; item++) {
            long dearestLot = 0;
            for (int picker = 0; picker < pickers(); picker++) {
                dearestLot = Math.max(dearestLot, gain(picker, item) == 0 ? 0 : Math.abs(cost(picker, item)));
            }
            most += dearestLot * target[item];
            lots += target[item];
        }
        long dearest = 0;
        for (int picker = 0; picker < pickers(); picker++) {
            dearest = Math.max(dearest, Math.abs(fixed(picker)) + freight.of(picker, loadMax(picker)));
        }
        long shipments = Math.min(lots, pickers());
        boolean tooMuch = shipments > 0 && dearest > SPREAD_MAX / shipments;
        return Math.min(SPREAD_MAX, most + (tooMuch ? SPREAD_MAX : dearest * shipments));
    }

    private static long penaltyAbove(long spread, long units) {
        long roomMax = (Long.MAX_VALUE >> 2) / Math.max(1, units);
        return Math.min(2 * spread + 1, roomMax);
    }

    /** Whether a set of pickers tells what they place: no stock is shared and everybody may give everything. */
    boolean areSetsEnough() {
        for (int item = 0; item < target.length; item++) {
            if (target[item] > 1 && giversMax(item) < pickers()) {
                return false;
            }
        }
        return pools.count() == 0;
    }

    /** What those not under way add to what the others can give anyway, and who they are. */
    record Sets(Gains gains, int[] pickers) {}

    Sets sets() {
        int[] closed =
                IntStream.range(0, pickers()).filter(each -> !isUnderway(each)).toArray();
        int[] need = new int[target.length];
        int[] gains = new int[closed.length * target.length];
        for (int item = 0; item < target.length; item++) {
            long anyway = 0;
            for (int picker = 0; picker < pickers(); picker++) {
                anyway += isUnderway(picker) ? gain(picker, item) : 0;
            }
            need[item] = (int) Math.max(0, target[item] - anyway) * units(item);
            for (int i = 0; i < closed.length; i++) {
                gains[i * target.length + item] = Math.min(need[item], gain(closed[i], item) * units(item));
            }
        }
        return new Sets(new Gains(need, gains), closed);
    }

    /** The same where nothing costs but a shipment: it tells how many units can be placed, by how few. */
    Lots flat() {
        long[] fixed = new long[pickers()];
        Arrays.setAll(fixed, picker -> isUnderway(picker) ? 0 : SHIPMENT);
        Terms flat = new Terms(terms.gains(), new long[terms.costs().length], fixed, terms.underway());
        return new Lots(wants, flat, (picker, grams) -> 0, pools, SHIPMENT);
    }

    /** Whether only shipments cost. */
    boolean isFlat() {
        return grain > 1;
    }

    /** The most a picker could have to carry. */
    long loadMax(int picker) {
        long grams = 0;
        for (int item = 0; item < target.length; item++) {
            grams += Math.min(gain(picker, item), target[item]) * wants.grams()[item];
        }
        return grams;
    }

    int items() {
        return target.length;
    }

    int pickers() {
        return terms.fixed().length;
    }

    /** Lots that the pickers together could give, no more than are wanted. */
    int target(int item) {
        return target[item];
    }

    long targetUnits() {
        return targetUnits;
    }

    int units(int item) {
        return wants.units()[item];
    }

    long grams(int item) {
        return wants.grams()[item];
    }

    int giversMax(int item) {
        return wants.giversMax()[item];
    }

    int gain(int picker, int item) {
        return terms.gains()[picker * target.length + item];
    }

    long cost(int picker, int item) {
        return terms.costs()[picker * target.length + item];
    }

    long fixed(int picker) {
        return terms.fixed()[picker];
    }

    boolean isUnderway(int picker) {
        return terms.underway()[picker];
    }

    long freight(int picker, long grams) {
        return freight.of(picker, grams);
    }

    Pools pools() {
        return pools;
    }

    /** The least cost there can be that is no less than this bound. */
    long rounded(long bound) {
        return grain == 1 ? bound : Math.ceilDiv(bound, grain) * grain;
    }

    /** What one unit costs that nobody gives. */
    long penalty() {
        return penalty;
    }

    /** What a lot costs that nobody gives. */
    long penalty(int item) {
        return penalty * units(item);
    }
}
