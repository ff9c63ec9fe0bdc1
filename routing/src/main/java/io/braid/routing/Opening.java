package io.braid.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * A good answer for {@link Cheapest} to begin with: a set of pickers that gives all that pickers can give, then loses
 * and takes in those that help, until none does, every item at the cheapest of the set. Proves nothing; counts its
 * steps.
 */
final class Opening {
    private static final long WORK_MAX = 120_000;
    private static final int NOBODY = Gathering.NOBODY;

    private final Lots lots;
    private final Floors floors;
    private final Gathering.Offers offers;
    private final boolean[] in;
    private final long[] load;
    private final int[] lotsOf;
    private final int[] touched;
    private final long[] moreLoad;
    private final int[] moreLots;
    private final boolean[] isTouched;
    private final boolean[] isMoved;
    private final int[] moved;
    private int movedCount;
    private int touchedCount;
    private int opened;
    private long work;

    Opening(Lots lots, Floors floors) {
        this.lots = lots;
        this.floors = floors;
        int pickers = lots.pickers();
        this.offers = new Gathering.Offers(lots, floors);
        this.in = new boolean[pickers];
        this.load = new long[pickers];
        this.lotsOf = new int[pickers];
        this.touched = new int[pickers];
        this.moreLoad = new long[pickers];
        this.moreLots = new int[pickers];
        this.isTouched = new boolean[pickers];
        this.isMoved = new boolean[lots.items()];
        this.moved = new int[lots.items()];
        for (int item = 0; item < moved.length; item++) {
            work += offers.givers(item).length * 4L;
        }
    }

    long work() {
        return work;
    }

    /** Settles on a set of at most so many new pickers, beginning with these as far as they are allowed. */
    void grow(int slots, boolean[] first) {
        for (int item = 0; item < moved.length; item++) {
            spread(item, 1);
        }
        settle();
        for (int picker = 0; picker < in.length; picker++) {
            if (lots.isUnderway(picker) || (first[picker] && mayFlip(picker) && opened < slots)) {
                flip(picker, NOBODY);
            }
        }
        Gathering gathering = new Gathering(lots, floors, offers, in);
        int next = opened < slots ? gathering.next() : NOBODY;
        while (next != NOBODY) {
            flip(next, NOBODY);
            gathering.take(next, in);
            next = opened < slots ? gathering.next() : NOBODY;
        }
        work += gathering.work();
        boolean better = true;
        while (better && work < WORK_MAX) {
            better = leaveOut() || takeIn(slots) || exchange();
        }
    }

    /** Leaves out the one that helps most; false when none does. */
    private boolean leaveOut() {
        int move = NOBODY;
        long least = 0;
        for (int picker = in.length - 1; picker >= 0; picker--) {
            if (in[picker] && mayFlip(picker)) {
                long more = changed(picker, NOBODY);
                if (more < least || (more == 0 && lotsOf[picker] == 0)) {
                    least = more;
                    move = picker;
                }
            }
        }
        if (move != NOBODY) {
            flip(move, NOBODY);
        }
        return move != NOBODY;
    }

    /** Takes in the one that helps most; false when none does. */
    private boolean takeIn(int slots) {
        int move = opened < slots ? bestWith(NOBODY) : NOBODY;
        if (move != NOBODY) {
            flip(move, NOBODY);
        }
        return move != NOBODY;
    }

    private int bestWith(int out) {
        int best = NOBODY;
        long least = 0;
        for (int picker = 0; picker < in.length; picker++) {
            if (!in[picker] && mayFlip(picker)) {
                long more = changed(picker, out);
                if (more < least) {
                    least = more;
                    best = picker;
                }
            }
        }
        return best;
    }

    /** Replaces one of the set by the other that helps most, the worst ranked first; false when no exchange helps. */
    private boolean exchange() {
        for (int out = in.length - 1; out >= 0 && work < WORK_MAX; out--) {
            int instead = in[out] && mayFlip(out) ? bestWith(out) : NOBODY;
            if (instead != NOBODY) {
                flip(instead, out);
                return true;
            }
        }
        return false;
    }

    private boolean mayFlip(int picker) {
        return floors.isUseful(picker) && !lots.isUnderway(picker);
    }

    /** Moves one in or out, and another with it, if there is one. */
    private void flip(int one, int other) {
        move(one, other);
        settle();
    }

    /** What it would cost more; nothing is changed. */
    private long changed(int one, int other) {
        long lost = move(one, other);
        long more = lost;
        for (int i = 0; i < touchedCount; i++) {
            int picker = touched[i];
            more += shipment(picker, load[picker] + moreLoad[picker], lotsOf[picker] + moreLots[picker]);
            more -= shipment(picker, load[picker], lotsOf[picker]);
        }
        forget();
        turn(one);
        turn(other);
        return more;
    }

    private long shipment(int picker, long grams, int count) {
        long fixed = lots.isUnderway(picker) ? 0 : lots.fixed(picker);
        return count == 0 ? 0 : fixed + lots.freight(picker, grams);
    }

    private void turn(int picker) {
        if (picker != NOBODY) {
            in[picker] = !in[picker];
            if (!lots.isUnderway(picker)) {
                opened += in[picker] ? 1 : -1;
            }
        }
    }

    /** Leaves what moves in the marks; answers what the lots themselves cost more. */
    private long move(int one, int other) {
        movedCount = 0;
        mark(one);
        mark(other);
        long cost = 0;
        for (int i = 0; i < movedCount; i++) {
            cost -= spread(moved[i], -1);
        }
        turn(one);
        turn(other);
        for (int i = 0; i < movedCount; i++) {
            cost += spread(moved[i], 1);
            isMoved[moved[i]] = false;
        }
        return cost;
    }

    private void mark(int picker) {
        for (int i = 0; picker != NOBODY && i < offers.of(picker).length; i++) {
            int item = offers.of(picker)[i];
            if (!isMoved[item]) {
                isMoved[item] = true;
                moved[movedCount++] = item;
            }
        }
    }

    /** Marks what the set gives of an item; answers what it costs. */
    private long spread(int item, int sign) {
        int rest = lots.target(item);
        int left = lots.giversMax(item);
        long cost = 0;
        int[] all = offers.givers(item);
        int i = 0;
        for (; i < all.length && rest > 0 && left > 0; i++) {
            int picker = all[i];
            if (in[picker]) {
                int count = Math.min(rest, lots.gain(picker, item));
                rest -= count;
                left--;
                cost += count * lots.cost(picker, item);
                touch(picker, sign * count, (long) sign * count * lots.grams(item));
            }
        }
        work += i / 2 + 2;
        return cost + rest * lots.penalty(item);
    }

    private void touch(int picker, int count, long grams) {
        if (!isTouched[picker]) {
            isTouched[picker] = true;
            touched[touchedCount++] = picker;
        }
        moreLots[picker] += count;
        moreLoad[picker] += grams;
    }

    private void settle() {
        for (int i = 0; i < touchedCount; i++) {
            lotsOf[touched[i]] += moreLots[touched[i]];
            load[touched[i]] += moreLoad[touched[i]];
        }
        forget();
    }

    private void forget() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
            moreLots[touched[i]] = 0;
            moreLoad[touched[i]] = 0;
        }
        touchedCount = 0;
    }

    /**
     * Gives the draft's items to the set, and what the set cannot give, for others draw from the same stock, to whoever
     * can; answers what was given, for undoing: picker, item, lots.
     */
    List<int[]> play(Draft draft) {
        List<int[]> moves = new ArrayList<>();
        for (boolean theirs : new boolean[] {true, false}) {
            for (int item = 0; item < moved.length; item++) {
                for (int picker : offers.givers(item)) {
                    boolean may = in[picker] == theirs && (draft.isOpen(picker) || draft.slots() > 0);
                    int count = may ? draft.room(picker, item) : 0;
                    if (count > 0) {
                        draft.give(picker, item, count);
                        moves.add(new int[] {picker, item, count});
                    }
                }
            }
        }
        return moves;
    }
}
