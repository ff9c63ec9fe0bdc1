package io.braid.routing;

/**
 * A first answer for {@link Cheapest} that is often the best: everything from one picker. Offers each that is cheaper
 * than those before it, so of equal ones the best ranked; leaves the draft as it was.
 */
final class OneGiver {
    private final Lots lots;
    private final Draft draft;

    OneGiver(Lots lots, Draft draft) {
        this.lots = lots;
        this.draft = draft;
    }

    /** Fills the draft and asks to take note of it, as often as there is a cheaper giver. */
    void offer(Runnable record) {
        long least = Long.MAX_VALUE;
        for (int picker = 0; picker < lots.pickers() && draft.slots() > 0; picker++) {
            long cost = costOfAll(picker);
            if (cost < least && givesAll(picker, record)) {
                least = cost;
            }
        }
    }

    /** What everything costs at one picker; the largest number there is when it has too little of something. */
    private long costOfAll(int picker) {
        long sum = lots.isUnderway(picker) ? 0 : lots.fixed(picker);
        long grams = 0;
        for (int item = 0; item < lots.items(); item++) {
            int target = lots.target(item);
            if (lots.gain(picker, item) < target) {
                return Long.MAX_VALUE;
            }
            sum += lots.cost(picker, item) * target;
            grams += lots.grams(item) * target;
        }
        return sum + lots.freight(picker, grams);
    }

    /** Shared stock may fall short although there is enough of each item. */
    private boolean givesAll(int picker, Runnable record) {
        int item = 0;
        while (item < lots.items() && draft.room(picker, item) == draft.rest(item)) {
            if (draft.rest(item) > 0) {
                draft.give(picker, item, draft.rest(item));
            }
            item++;
        }
        boolean all = draft.isDone();
        if (all) {
            record.run();
        }
        while (item-- > 0) {
            if (lots.target(item) > 0) {
                draft.takeBack(picker, item, lots.target(item));
            }
        }
        return all;
    }
}
