package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import java.util.Arrays;

/**
 * What a found answer would cost if one picker that gives nothing gave all it can of what was placed: the money by
 * which it lost. Looks at one such change at a time and does not search.
 */
final class Swaps {
    private final Lots lots;
    private final int[] given;
    private final long[] load;
    private final long[] freight;
    private final int[] lotsOf;
    private final int[] givers;
    private final long[] movedGrams;
    private final int[] movedLots;
    private final long total;
    private final Rule cheaper;

    /** The total is what the answer costs in the eyes of the reader. */
    Swaps(Lots lots, Cheapest.Found found, long total) {
        this.total = total;
        this.cheaper = new Rule("/assignment/objective", "cost", Relation.LOWER_COST, Plan.Cost.money(total));
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
        this.freight = new long[count];
        for (int i = 0; i < count; i++) {
            freight[i] = lots.freight(some[i], load[some[i]]);
        }
        this.movedGrams = new long[count];
        this.movedLots = new int[count];
    }

    private int given(int picker, int item) {
        return given[picker * lots.items() + item];
    }

    /**
     * The answer with this picker in it against the answer there is. Where that would be cheaper it was not allowed or
     * not found: then the other reason is all that can be said.
     */
    Reason reason(int picker, Reason otherwise) {
        long more = moreWith(picker);
        return more < 0 ? otherwise : new Reason(cheaper, Plan.Cost.money(total + more), 0);
    }

    /** How much more it costs when the picker takes over all it can, from the worst ranked givers first. */
    private long moreWith(int picker) {
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
        return fixed + freight[giver] - left;
    }
}
