package io.braid.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A good answer for {@link Cheapest} to begin with: a set of pickers that grows and shrinks by the one that helps most,
 * until none does, every item at the cheapest of the set. Proves nothing; counts its steps.
 */
final class Opening {
    private static final long WORK_MAX = 400_000;

    private final Lots lots;
    private final Floors floors;
    private final boolean[] in;
    private final int[] set;
    private final long[] load;
    private final int[] lotsOf;
    private int size;
    private int opened;
    private long now;
    private long work;

    Opening(Lots lots, Floors floors) {
        this.lots = lots;
        this.floors = floors;
        this.in = new boolean[lots.pickers()];
        this.set = new int[lots.pickers()];
        this.load = new long[lots.pickers()];
        this.lotsOf = new int[lots.pickers()];
    }

    long work() {
        return work;
    }

    /** Settles on a set of at most so many new pickers, beginning with these as far as they are allowed. */
    void grow(int slots, boolean[] first) {
        for (int picker = 0; picker < in.length; picker++) {
            if (lots.isUnderway(picker) || (first[picker] && opened < slots)) {
                flip(picker);
            }
        }
        now = weigh();
        boolean better = true;
        while (better && work < WORK_MAX) {
            better = flipBest(slots) || exchange();
        }
    }

    /** Takes in, or leaves out, the one that helps most; false when none does. */
    private boolean flipBest(int slots) {
        int move = -1;
        for (int picker = 0; picker < in.length; picker++) {
            if (mayFlip(picker) && (in[picker] || opened < slots)) {
                flip(picker);
                long cost = weigh();
                flip(picker);
                if (cost < now) {
                    now = cost;
                    move = picker;
                }
            }
        }
        if (move >= 0) {
            flip(move);
        }
        return move >= 0;
    }

    /** Replaces one of the set by the other that helps most, the worst ranked first; false when no exchange helps. */
    private boolean exchange() {
        for (int i = size - 1; i >= 0 && work < WORK_MAX; i--) {
            int out = set[i];
            int instead = -1;
            if (mayFlip(out)) {
                flip(out);
                for (int picker = 0; picker < in.length; picker++) {
                    if (mayFlip(picker) && !in[picker] && picker != out) {
                        flip(picker);
                        long cost = weigh();
                        flip(picker);
                        if (cost < now) {
                            now = cost;
                            instead = picker;
                        }
                    }
                }
                flip(instead < 0 ? out : instead);
            }
            if (instead >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean mayFlip(int picker) {
        return floors.isUseful(picker) && !lots.isUnderway(picker);
    }

    private void flip(int picker) {
        in[picker] = !in[picker];
        if (!lots.isUnderway(picker)) {
            opened += in[picker] ? 1 : -1;
        }
        int at = 0;
        while (at < size && set[at] < picker) {
            at++;
        }
        if (in[picker]) {
            System.arraycopy(set, at, set, at + 1, size - at);
            set[at] = picker;
            size++;
        } else {
            System.arraycopy(set, at + 1, set, at, size - at - 1);
            size--;
        }
    }

    /** What the set costs when every item goes to its cheapest, shared stock aside. */
    private long weigh() {
        Arrays.fill(load, 0, size, 0);
        Arrays.fill(lotsOf, 0, size, 0);
        long cost = 0;
        for (int item = 0; item < lots.items(); item++) {
            int rest = lots.target(item);
            long done = Long.MIN_VALUE;
            while (rest > 0) {
                int next = next(item, done);
                if (next < 0) {
                    cost += rest * lots.penalty(item);
                    break;
                }
                done = order(set[next], item, next);
                int count = Math.min(rest, lots.gain(set[next], item));
                rest -= count;
                cost += count * lots.cost(set[next], item);
                load[next] += count * lots.grams(item);
                lotsOf[next] += count;
            }
        }
        for (int i = 0; i < size; i++) {
            if (lotsOf[i] > 0) {
                cost += lots.freight(set[i], load[i]) + (lots.isUnderway(set[i]) ? 0 : lots.fixed(set[i]));
            }
        }
        work += (long) (size + 1) * lots.items();
        return cost;
    }

    /** The cheapest of the set behind the one before; -1 when there is none. */
    private int next(int item, long done) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            long order = order(set[i], item, i);
            if (lots.gain(set[i], item) > 0 && order > done && order < least) {
                least = order;
                best = i;
            }
        }
        return best;
    }

    /** By cost, then by rank. */
    private long order(int picker, int item, int index) {
        return floors.cost(picker, item) * lots.pickers() + index;
    }

    /** Gives the draft's items to the set; answers what was given, for undoing: picker, item, lots. */
    List<int[]> play(Draft draft) {
        List<int[]> moves = new ArrayList<>();
        for (int item = 0; item < lots.items(); item++) {
            long done = Long.MIN_VALUE;
            int next = next(item, done);
            while (next >= 0 && draft.rest(item) > 0) {
                done = order(set[next], item, next);
                int count = draft.room(set[next], item);
                if (count > 0) {
                    draft.give(set[next], item, count);
                    moves.add(new int[] {set[next], item, count});
                }
                next = next(item, done);
            }
        }
        return moves;
    }
}
