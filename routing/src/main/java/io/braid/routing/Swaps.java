package io.braid.routing;

import java.util.Arrays;

/**
 * What a found answer would cost if one picker that gives nothing gave all it can of what was placed: the money by
 * which it lost. Looks at one such change at a time and does not search.
 */
final class Swaps {
    private final Lots lots;
    private final int[] given;
    private final long[] load;
    private final int[] lotsOf;
    private final int[] givers;
    private final long[] movedGrams;
    private final int[] movedLots;

    Swaps(Lots lots, Cheapest.Found found) {
        this.lots = lots;
        this.given = found.given();
        this.load = new long[lots.pickers()];
        this.lotsOf = new int[lots.pickers()];
        int[] some = new int[lots.pickers()];
        int count = 0;
        for (int picker = 0; picker < some.length; picker++) {
            for (int item = 0; item < lots.items(); item++) {
                load[picker] += lots.grams(item) * given(picker, item);
                lotsOf[picker] += given(picker, item);
            }
            if (lotsOf[picker] > 0) {
                some[count++] = picker;
            }
        }
        this.givers = Arrays.copyOf(some, count);
        this.movedGrams = new long[count];
        this.movedLots = new int[count];
    }

    private int given(int picker, int item) {
        return given[picker * lots.items() + item];
    }

    /** How much more it costs when the picker takes over all it can, from the worst ranked givers first. */
    long moreWith(int picker) {
        Arrays.fill(movedGrams, 0);
        Arrays.fill(movedLots, 0);
        long grams = 0;
        long more = lots.isUnderway(picker) ? 0 : lots.fixed(picker);
        for (int item = 0; item < lots.items(); item++) {
            int room = lots.gain(picker, item);
            for (int i = givers.length - 1; i >= 0 && room > 0; i--) {
                int moved = Math.min(room, given(givers[i], item));
                room -= moved;
                movedLots[i] += moved;
                movedGrams[i] += moved * lots.grams(item);
                grams += moved * lots.grams(item);
                more += moved * (lots.cost(picker, item) - lots.cost(givers[i], item));
            }
        }
        more += lots.freight(picker, grams);
        for (int i = 0; i < givers.length; i++) {
            more -= saved(i);
        }
        return more;
    }

    private long saved(int giver) {
        int picker = givers[giver];
        if (movedLots[giver] == 0) {
            return 0;
        }
        boolean emptied = movedLots[giver] == lotsOf[picker];
        long fixed = emptied && !lots.isUnderway(picker) ? lots.fixed(picker) : 0;
        long left = emptied ? 0 : lots.freight(picker, load[picker] - movedGrams[giver]);
        return fixed + lots.freight(picker, load[picker]) - left;
    }
}
