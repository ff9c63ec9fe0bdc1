package io.braid.routing;

/**
 * A first answer for {@link Cheapest} that is often the best: everything from the picker that does it for the least, of
 * equal ones the best ranked. Tells also when two shipments cannot cost as little, whoever makes them: then nothing
 * need be searched.
 */
final class OneGiver {
    private static final int NOBODY = -1;

    private final Lots lots;
    private int picker = NOBODY;
    private long cost = Long.MAX_VALUE;

    OneGiver(Lots lots) {
        this.lots = lots;
        for (int each = 0; each < lots.pickers() && lots.targetUnits() > 0; each++) {
            long its = costOfAll(each);
            if (its < cost && hasStock(each)) {
                picker = each;
                cost = its;
            }
        }
    }

    boolean isFound() {
        return picker != NOBODY;
    }

    int picker() {
        return picker;
    }

    /** The answer, which nothing beats. */
    Cheapest.Found found() {
        int[] given = new int[lots.pickers() * lots.items()];
        for (int item = 0; item < lots.items(); item++) {
            given[picker * lots.items() + item] = lots.target(item);
        }
        return new Cheapest.Found(given, cost, cost, lots.targetUnits(), lots.targetUnits());
    }

    /** What everything costs at one picker; the largest number there is when it has too little of something. */
    private long costOfAll(int each) {
        long sum = lots.isUnderway(each) ? 0 : lots.fixed(each);
        long grams = 0;
        for (int item = 0; item < lots.items(); item++) {
            int target = lots.target(item);
            if (lots.gain(each, item) < target) {
                return Long.MAX_VALUE;
            }
            sum += lots.cost(each, item) * target;
            grams += lots.grams(item) * target;
        }
        return sum + lots.freight(each, grams);
    }

    /** Shared stock may fall short although there is enough of each item. */
    private boolean hasStock(int each) {
        Lots.Pools pools = lots.pools();
        long[] drawn = new long[pools.count()];
        for (int item = 0; item < pools.touched().length; item++) {
            int[] touched = pools.touched()[item];
            for (int i = 0; i < touched.length; i++) {
                drawn[touched[i]] += (long) pools.drawn()[item][i] * lots.target(item);
            }
        }
        for (int pool = 0; pool < drawn.length; pool++) {
            if (drawn[pool] > pools.stock()[each * drawn.length + pool]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether every other kind of answer costs more: the two cheapest shipments there could be, with every item at its
     * cheapest. Says no where a shipment is under way or brings money, for then a third one may cost nothing.
     */
    boolean isBeyondDoubt() {
        if (!isFound()) {
            return false;
        }
        long least = Long.MAX_VALUE;
        for (int item = 0; item < lots.items(); item++) {
            least = lots.target(item) == 0 ? least : Math.min(least, lots.grams(item));
        }
        long first = Long.MAX_VALUE;
        long second = Long.MAX_VALUE;
        for (int each = 0; each < lots.pickers(); each++) {
            long opening = lots.fixed(each) + lots.freight(each, least);
            if (lots.isUnderway(each) || opening < 0) {
                return false;
            }
            second = Math.min(second, Math.max(first, opening));
            first = Math.min(first, opening);
        }
        return lots.pickers() == 1 || cost - first - second < leastOfItems();
    }

    private long leastOfItems() {
        long sum = 0;
        for (int item = 0; item < lots.items(); item++) {
            long least = Long.MAX_VALUE;
            for (int each = 0; each < lots.pickers(); each++) {
                least = lots.gain(each, item) == 0 ? least : Math.min(least, lots.cost(each, item));
            }
            sum += lots.target(item) == 0 ? 0 : least * lots.target(item);
        }
        return sum;
    }
}
