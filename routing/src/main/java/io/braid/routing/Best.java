package io.braid.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best answer that {@link Cheapest} knows, and the ways to a first one. However large the order and however little
 * of the budget is left, it places what the other modes place. Counts its steps.
 */
final class Best {
    private final Lots lots;
    private final Draft draft;
    private Draft.@Nullable Answer answer;
    private long cost = Long.MAX_VALUE;
    private long work;

    Best(Lots lots, Draft draft) {
        this.lots = lots;
        this.draft = draft;
    }

    long work() {
        return work;
    }

    /** What it costs, with the penalties for what nobody gives; the largest number while there is none. */
    long cost() {
        return cost;
    }

    boolean isKnown() {
        return answer != null;
    }

    Draft.Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("the search ended without an answer. Maybe a penalty overflowed.");
        }
        return answer;
    }

    void tryOpening(Floors floors, boolean[] first) {
        Opening opening = new Opening(lots, floors);
        opening.grow(draft.slots(), first);
        work += opening.work();
        List<int[]> moves = opening.play(draft);
        recordWithLosses();
        for (int[] move : moves.reversed()) {
            draft.takeBack(move[0], move[1], move[2]);
        }
    }

    /** Whether the best answer so far leaves units to nobody that somebody has. */
    boolean loses() {
        return cost > lots.penalty() / 2;
    }

    /** What the other modes place is placed here too, at whatever cost: the most units come first. */
    void placeMore(Floors floors) {
        boolean[] in = new boolean[lots.pickers()];
        if (lots.areSetsEnough()) {
            Lots.Sets sets = lots.sets();
            for (int pick : new Cover(sets.gains(), draft.slots()).solve().picks()) {
                in[sets.pickers()[pick]] = true;
            }
        } else if (!lots.isFlat()) {
            int[] given = Cheapest.search(lots.flat(), draft.slots()).given();
            for (int at = 0; at < given.length; at++) {
                in[at / lots.items()] |= given[at] > 0;
            }
            tryGiven((picker, item) -> given[picker * lots.items() + item]);
        }
        tryOpening(floors, in);
        tryGiven(lots::gain);
    }

    private interface Giving {
        int of(int picker, int item);
    }

    /** Each picker in turn gives at most so much, as far as it can: with all it has, as FIRST_FIT does. */
    private void tryGiven(Giving giving) {
        List<int[]> moves = new ArrayList<>();
        for (int picker = 0; picker < lots.pickers(); picker++) {
            for (int item = 0; item < lots.items(); item++) {
                int most = draft.isOpen(picker) || draft.slots() > 0 ? giving.of(picker, item) : 0;
                int count = most == 0 ? 0 : Math.min(most, draft.room(picker, item));
                if (count > 0) {
                    draft.give(picker, item, count);
                    moves.add(new int[] {picker, item, count});
                }
            }
        }
        recordWithLosses();
        for (int[] move : moves.reversed()) {
            draft.takeBack(move[0], move[1], move[2]);
        }
    }

    void tryGiver(int picker) {
        for (int item = 0; item < lots.items(); item++) {
            if (lots.target(item) > 0) {
                draft.give(picker, item, lots.target(item));
            }
        }
        record();
        for (int item = lots.items() - 1; item >= 0; item--) {
            if (lots.target(item) > 0) {
                draft.takeBack(picker, item, lots.target(item));
            }
        }
    }

    private void recordWithLosses() {
        int[] lost = new int[lots.items()];
        for (int item = 0; item < lost.length; item++) {
            lost[item] = draft.rest(item);
            draft.lose(item, lost[item]);
        }
        record();
        for (int item = 0; item < lost.length; item++) {
            draft.unlose(item, lost[item]);
        }
    }

    void record() {
        if (!isHopeless(draft.paid())) {
            cost = draft.paid();
            answer = draft.answer();
        }
    }

    boolean isHopeless(long below) {
        return below > cost || (below == cost && answer != null && draft.isNoBetterThan(answer));
    }

    /**
     * A first answer that is often the best: everything from the picker that does it for the least, of
     * equal ones the best ranked. Tells also when two shipments cannot cost as little, whoever makes them: then nothing
     * need be searched.
     */
    static final class OneGiver {
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
         * Whether every other kind of answer costs more: the two cheapest shipments there could be, with every item at
         * its cheapest. Says no where a shipment is under way or brings money, for then a third one may cost nothing.
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
}
