package io.braid.routing;

/**
 * The search behind LOWEST_COST: the most units, of those the least cost, of those the fewest and best ranked pickers.
 * Exact by branch and bound while the work budget lasts: the item with the fewest promising givers is branched on, the
 * most promising giver first. The budget counts steps, not time, so the answer is the same on every machine; when it
 * runs out, the best found is given with the bound proven so far.
 */
final class Cheapest {
    /** About seven milliseconds; orders of a few lines need a few thousand steps. */
    static final long WORK_MAX = 1_200_000;

    /** Deeper than this, prices are not raised again: it bounds the memory, and little is open there. */
    private static final int RAISED_DEPTH_MAX = 60;

    /** An order of so many items is searched faster than its prices get better. */
    private static final int UNHAGGLED_MAX = 6;

    /** Rounds of haggling: more add little. Where a round is long, there are fewer. */
    private static final int ROUNDS_MAX = 100;

    private static final int ROUNDS_MIN = 25;
    private static final long HAGGLING_MAX = 400_000;
    private static final long COUNTING_MAX = 300_000;

    private final Lots lots;
    private final Floors floors;
    private final Draft draft;
    private final boolean[] barred;
    private final Best best;
    private long proven = Long.MAX_VALUE;
    private long known = Long.MIN_VALUE;
    private long steps;

    /** Lots given, picker by picker, what they cost, and below what no answer that places as much can be. */
    record Found(int[] given, long cost, long costAtLeast, long units, long unitsAtMost) {
        boolean isProven() {
            return units >= unitsAtMost && cost <= costAtLeast;
        }

        /** The share of the units, or else of the cost, that a better answer could gain at most. */
        double gap() {
            if (units < unitsAtMost) {
                return (double) (unitsAtMost - units) / unitsAtMost;
            }
            return cost <= costAtLeast ? 0 : Math.min(1, (double) (cost - costAtLeast) / Math.max(1, Math.abs(cost)));
        }
    }

    private Cheapest(Lots lots, int slots) {
        FreightLine line = new FreightLine(lots);
        this.lots = lots;
        this.floors = new Floors(lots, line, slots);
        this.draft = new Draft(lots, line, slots);
        this.best = new Best(lots, draft);
        this.barred = new boolean[lots.pickers() * lots.items()];
    }

    /** At most {@code slots} pickers may be opened. */
    static Found search(Lots lots, int slots) {
        Best.OneGiver one = new Best.OneGiver(lots);
        return slots > 0 && one.isBeyondDoubt() ? one.found() : new Cheapest(lots, Math.max(0, slots)).solve(one);
    }

    private Found solve(Best.OneGiver one) {
        if (one.isFound() && draft.slots() > 0) {
            best.tryGiver(one.picker());
        }
        Floors.Prices prices = narrowed(floors.first());
        best.tryOpening(floors, new boolean[lots.pickers()]);
        if (best.loses()) {
            best.placeMore(floors);
        }
        branch(0, narrowed(haggled(narrowed(prices))), known);
        long bestCost = best.cost();
        long bound = Math.min(proven, bestCost);
        long half = lots.penalty() / 2;
        long lost = Math.floorDiv(bestCost + half, lots.penalty());
        long lostAtLeast = Math.min(lost, Math.max(0, Math.floorDiv(bound + half, lots.penalty())));
        long atLeast = lost == lostAtLeast ? bound - lost * lots.penalty() : Long.MIN_VALUE;
        long units = lots.targetUnits();
        return new Found(
                best.answer().byRank(lots.items()),
                bestCost - lost * lots.penalty(),
                atLeast,
                units - lost,
                units - lostAtLeast);
    }

    private Floors.Prices haggled(Floors.Prices before) {
        if (lots.items() <= UNHAGGLED_MAX || draft.openCount() > 0 || draft.slots() == 0) {
            return before;
        }
        Haggling haggling = haggled(before, 0);
        best.tryOpening(floors, haggling.eager());
        Floors.Prices prices = haggling.affordable();
        if (!best.loses() && known < best.cost()) {
            best.tryOpening(floors, haggled(prices, pickersAtLeast()).eager());
        }
        return prices;
    }

    private Haggling haggled(Floors.Prices before, int pickers) {
        Haggling haggling = new Haggling(lots, floors, best.cost(), pickers);
        int round = 1;
        for (int item = 0; item < lots.items(); item++) {
            round += 2 * floors.givers(item).length;
        }
        haggling.from(before.price(), Math.clamp(HAGGLING_MAX / round, ROUNDS_MIN, ROUNDS_MAX));
        known = Math.max(known, lots.rounded(haggling.below()));
        floors.keep((picker, item) -> isPromising(haggling.below(picker, item)));
        steps += haggling.work();
        return haggling;
    }

    /** No answer that loses nothing has fewer. */
    private int pickersAtLeast() {
        int[] need = new int[lots.items()];
        int[] gains = new int[lots.pickers() * need.length];
        for (int item = 0; item < need.length; item++) {
            need[item] = lots.target(item);
            for (int picker : floors.givers(item)) {
                gains[picker * need.length + item] = Math.min(need[item], lots.gain(picker, item));
            }
        }
        return new Cover(new Gains(need, gains), lots.pickers(), COUNTING_MAX)
                .solve()
                .picksAtLeast();
    }

    /**
     * Prices at the beginning of the search, and on their strength fewer givers: who would make every answer dearer
     * than the one known is not thought of again.
     */
    private Floors.Prices narrowed(Floors.Prices before) {
        if (draft.slots() == 0) {
            return before;
        }
        Floors.Prices prices = floors.raised(draft, before);
        long below = floors.below(draft, prices);
        floors.keep((picker, item) -> isPromising(below(prices, below, picker, item)));
        return prices;
    }

    private boolean isExhausted() {
        return steps + floors.work() + best.work() > WORK_MAX && best.isKnown();
    }

    /** What is known of the branch before holds in it: prices for it alone may prove less. */
    private void branch(int depth, Floors.Prices before, long known) {
        steps += lots.items();
        if (draft.isDone()) {
            best.record();
            return;
        }
        long own = floors.below(draft, before);
        long below = Math.max(known, lots.rounded(own));
        if (best.isHopeless(below)) {
            return;
        }
        if (isExhausted()) {
            proven = Math.min(proven, below);
            return;
        }
        Floors.Prices prices = before;
        if (depth <= RAISED_DEPTH_MAX && draft.slots() > 0) {
            prices = floors.raised(draft, before);
            own = floors.below(draft, prices);
            below = Math.max(below, lots.rounded(own));
            if (best.isHopeless(below)) {
                return;
            }
        }
        Branches branches = branches(prices, own, below);
        for (int i = 0; i < branches.count; i++) {
            follow(branches, i, depth, prices);
        }
        for (int i = 0; i < branches.count; i++) {
            barred[branches.givers[i] * lots.items() + branches.item] = false;
        }
        if (isExhausted()) {
            proven = Math.min(proven, below);
            return;
        }
        int rest = draft.rest(branches.item);
        draft.lose(branches.item, rest);
        branch(depth + 1, prices, below);
        draft.unlose(branches.item, rest);
    }

    /** Gives some of the item to one giver, from as much as possible to one lot; afterwards it gives none. */
    private void follow(Branches branches, int index, int depth, Floors.Prices prices) {
        int picker = branches.givers[index];
        int item = branches.item;
        barred[picker * lots.items() + item] = true;
        int count = branches.below[index] > best.cost() ? 0 : draft.room(picker, item);
        while (count > 0 && !isExhausted()) {
            draft.give(picker, item, count);
            branch(depth + 1, prices, Math.max(branches.known, branches.below[index]));
            draft.takeBack(picker, item, count);
            count--;
        }
        if (count > 0) {
            proven = Math.min(proven, Math.max(branches.known, branches.below[index]));
        }
    }

    /** An item and who may give it, the most promising first. */
    private static final class Branches {
        private final int item;
        private final int[] givers;
        private final long[] below;
        private final long known;
        private int count;

        Branches(int item, int size, long known) {
            this.item = item;
            this.known = known;
            this.givers = new int[size];
            this.below = new long[size];
        }

        /** Keeps the order: by what is proven about a giver, then as they come, by rank. */
        void add(int giver, long bound) {
            int at = count++;
            while (at > 0 && below[at - 1] > bound) {
                givers[at] = givers[at - 1];
                below[at] = below[at - 1];
                at--;
            }
            givers[at] = giver;
            below[at] = bound;
        }
    }

    /** What a giver costs more is more than these prices prove, not more than what is known from others. */
    private Branches branches(Floors.Prices prices, long own, long below) {
        int chosen = -1;
        int fewest = Integer.MAX_VALUE;
        for (int item = 0; item < lots.items(); item++) {
            if (draft.rest(item) > 0) {
                int promising = 0;
                for (int picker : floors.givers(item)) {
                    promising += isPromising(below(prices, own, picker, item)) ? 1 : 0;
                }
                steps += floors.givers(item).length;
                if (promising < fewest) {
                    fewest = promising;
                    chosen = item;
                }
            }
        }
        Branches branches = new Branches(chosen, fewest, below);
        for (int picker : floors.givers(chosen)) {
            long bound = below(prices, own, picker, chosen);
            if (isPromising(bound)) {
                branches.add(picker, bound);
            }
        }
        return branches;
    }

    private boolean isPromising(long below) {
        return below < Long.MAX_VALUE && lots.rounded(below) <= best.cost();
    }

    /** No answer that gives a lot of the item to this picker costs less. */
    private long below(Floors.Prices prices, long below, int picker, int item) {
        if (barred[picker * lots.items() + item] || draft.room(picker, item) == 0) {
            return Long.MAX_VALUE;
        }
        long price = draft.slots() == 0 ? lots.penalty(item) : prices.price()[item];
        if (draft.isOpen(picker)) {
            boolean whole = draft.rest(item) == 1;
            return below + (whole ? Math.max(0, draft.marginal(picker, item) - price) : 0);
        }
        if (draft.slots() == 0) {
            return Long.MAX_VALUE;
        }
        long slack = prices.slack().length == 0 ? 0 : Math.max(0, prices.slack()[picker]);
        return below + slack + Math.max(0, floors.cost(picker, item) - price);
    }
}
