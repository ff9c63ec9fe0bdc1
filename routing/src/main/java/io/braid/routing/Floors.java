package io.braid.routing;

import java.util.Arrays;

/**
 * Lower bounds for {@link Cheapest}: a price for each lot still open such that no picker could be opened for less than
 * what its lots would pay. All open lots at these prices, or cheaper from pickers already open, cost no more than any
 * answer (the dual of the linear relaxation, raised greedily). Counts its steps.
 */
final class Floors {
    private final Lots lots;
    private final int items;
    private final long[] costs;
    private final long[] fixed;
    private final long[] refunds;
    private final int[][] givers;
    private final int[] sharers;
    private final boolean[] useful;
    private final boolean scarceSlots;
    private long allRefunds;
    private long work;

    /** A price for each item's lots, and what each closed picker's lots still lack to pay for opening it. */
    record Prices(long[] price, long[] slack) {}

    Floors(Lots lots, FreightLine line, int slots) {
        this.lots = lots;
        this.items = lots.items();
        this.costs = new long[lots.pickers() * items];
        this.fixed = new long[lots.pickers()];
        this.refunds = new long[lots.pickers()];
        this.givers = new int[items][];
        this.sharers = new int[lots.pickers()];
        this.useful = new boolean[lots.pickers()];
        Arrays.fill(useful, true);
        for (int picker = 0; picker < fixed.length; picker++) {
            fixed[picker] = lots.fixed(picker) + line.base(picker);
            refunds[picker] = lots.isUnderway(picker) ? 0 : Math.min(0, fixed[picker]);
            allRefunds += refunds[picker];
        }
        int[] some = new int[lots.pickers()];
        long all = 0;
        for (int item = 0; item < items; item++) {
            int count = 0;
            for (int picker = 0; picker < some.length; picker++) {
                if (lots.gain(picker, item) > 0) {
                    some[count++] = picker;
                    costs[picker * items + item] = lots.cost(picker, item) + line.of(picker, lots.grams(item));
                }
            }
            givers[item] = Arrays.copyOf(some, count);
            all += lots.target(item);
        }
        this.scarceSlots = slots < Math.min(all, some.length);
    }

    long work() {
        return work;
    }

    int[] givers(int item) {
        return givers[item];
    }

    /** Whether a picker may give an item. */
    interface Keeping {
        boolean keeps(int picker, int item);
    }

    /** From now on only those givers count; the others take part in no answer that is looked for. */
    void keep(Keeping keeping) {
        Arrays.fill(sharers, 0);
        for (int item = 0; item < items; item++) {
            int count = 0;
            for (int picker : givers[item]) {
                if (keeping.keeps(picker, item)) {
                    givers[item][count++] = picker;
                    sharers[picker]++;
                }
            }
            work += givers[item].length;
            givers[item] = Arrays.copyOf(givers[item], count);
        }
        for (int picker = 0; picker < sharers.length; picker++) {
            useful[picker] = sharers[picker] > 0;
        }
    }

    /** Whether an answer that is looked for may use the picker. */
    boolean isUseful(int picker) {
        return useful[picker];
    }

    /** What opening the picker costs at least; nothing less than nothing. */
    long opening(int picker) {
        return Math.max(0, fixed[picker]);
    }

    /** What opening all pickers that are paid for being opened would bring. */
    long refunds() {
        return allRefunds;
    }

    /** What a lot costs at a picker that is not open yet, apart from opening it. */
    long cost(int picker, int item) {
        return costs[picker * items + item];
    }

    /** Prices to begin with: each lot at its cheapest, opening unpaid. */
    Prices first() {
        Prices prices = new Prices(new long[items], new long[0]);
        for (int item = 0; item < items; item++) {
            long least = lots.penalty(item);
            for (int picker : givers[item]) {
                least = Math.min(least, cost(picker, item));
            }
            prices.price[item] = least;
        }
        return prices;
    }

    /** Better prices for what is still open in the draft, given good ones for a draft with less in it. */
    Prices raised(Draft draft, Prices before) {
        long[] price = new long[items];
        long[] slack = new long[fixed.length];
        long[] ceiling = new long[items];
        for (int picker = 0; picker < slack.length; picker++) {
            slack[picker] = opening(picker);
        }
        Arrays.fill(sharers, 0);
        for (int item = 0; item < items; item++) {
            if (draft.rest(item) > 0) {
                ceiling[item] = ceiling(draft, item);
                price[item] = Math.min(before.price[item], ceiling[item]);
                for (int picker : givers[item]) {
                    sharers[picker]++;
                    long paid = price[item] - cost(picker, item);
                    slack[picker] -= paid > 0 ? paid * gain(draft, picker, item) : 0;
                }
                work += givers[item].length;
            }
        }
        Prices prices = new Prices(price, slack);
        for (int item = 0; item < items; item++) {
            if (draft.rest(item) > 0) {
                raise(draft, prices, item, ceiling[item], true);
            }
        }
        for (int item = 0; item < items; item++) {
            if (draft.rest(item) > 0) {
                raise(draft, prices, item, ceiling[item], false);
            }
        }
        return prices;
    }

    private int gain(Draft draft, int picker, int item) {
        return Math.min(lots.gain(picker, item), draft.rest(item));
    }

    /** Above this a price gains nothing: open pickers give all of it for less, or nobody does. */
    private long ceiling(Draft draft, int item) {
        int room = 0;
        long dearest = Long.MIN_VALUE;
        for (int i = 0; i < draft.openCount(); i++) {
            int more = draft.room(draft.open(i), item);
            if (more > 0) {
                room += more;
                dearest = Math.max(dearest, draft.marginal(draft.open(i), item));
            }
            if (more == draft.rest(item)) {
                return Math.min(lots.penalty(item), cheapestWhole(draft, item));
            }
        }
        return room >= draft.rest(item) ? Math.min(lots.penalty(item), dearest) : lots.penalty(item);
    }

    private static long cheapestWhole(Draft draft, int item) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < draft.openCount(); i++) {
            int picker = draft.open(i);
            if (draft.room(picker, item) == draft.rest(item)) {
                least = Math.min(least, draft.marginal(picker, item));
            }
        }
        return least;
    }

    private void raise(Draft draft, Prices prices, int item, long ceiling, boolean sharing) {
        long from = prices.price[item];
        long to = ceiling;
        int[] all = givers[item];
        work += all.length * 2L;
        for (int picker : all) {
            if (!draft.isOpen(picker)) {
                long mine = prices.slack[picker] / (sharing ? sharers[picker]-- : 1);
                to = Math.min(to, Math.max(from, cost(picker, item)) + mine / gain(draft, picker, item));
            }
        }
        if (to > from) {
            for (int picker : all) {
                long more = to - Math.max(from, cost(picker, item));
                prices.slack[picker] -= more > 0 ? more * gain(draft, picker, item) : 0;
            }
            prices.price[item] = to;
        }
    }

    /** No answer that goes on from the draft costs less. */
    long below(Draft draft, Prices prices) {
        long sum = draft.paid() + allRefunds;
        for (int i = 0; i < draft.openCount(); i++) {
            sum -= refunds[draft.open(i)];
        }
        long dearestUnit = 0;
        for (int item = 0; item < items; item++) {
            if (draft.rest(item) > 0) {
                long price = draft.slots() == 0 ? lots.penalty(item) : prices.price[item];
                sum += fill(draft, item, price);
                dearestUnit = Math.max(dearestUnit, -Math.floorDiv(-price, lots.units(item)));
            }
        }
        work += (long) items * (draft.openCount() + 1);
        if (scarceSlots && draft.slots() > 0 && dearestUnit < lots.penalty()) {
            sum += lostAtLeast(draft) * (lots.penalty() - dearestUnit);
        }
        return sum;
    }

    /** The rest of an item from open pickers, cheapest first, while they are below the price. */
    private static long fill(Draft draft, int item, long price) {
        long sum = 0;
        int rest = draft.rest(item);
        long done = Long.MIN_VALUE;
        while (rest > 0) {
            long next = price;
            int room = 0;
            for (int i = 0; i < draft.openCount(); i++) {
                int picker = draft.open(i);
                long marginal = draft.room(picker, item) == 0 ? Long.MAX_VALUE : draft.marginal(picker, item);
                if (marginal > done && marginal < next) {
                    next = marginal;
                    room = 0;
                }
                room += marginal == next && marginal < price ? draft.room(picker, item) : 0;
            }
            int count = next == price ? rest : Math.min(rest, room);
            sum += next * count;
            rest -= count;
            done = next;
        }
        return sum;
    }

    /** Units that cannot all be placed with the shipments left. */
    private long lostAtLeast(Draft draft) {
        long wanted = 0;
        for (int item = 0; item < items; item++) {
            int room = 0;
            for (int i = 0; i < draft.openCount() && room < draft.rest(item); i++) {
                room += draft.room(draft.open(i), item);
            }
            wanted += (long) Math.max(0, draft.rest(item) - room) * lots.units(item);
        }
        long[] reach = new long[fixed.length];
        for (int item = 0; item < items; item++) {
            for (int picker : givers[item]) {
                reach[picker] += draft.isOpen(picker) ? 0 : (long) draft.room(picker, item) * lots.units(item);
            }
            work += givers[item].length;
        }
        Arrays.sort(reach);
        for (int i = 1; i <= Math.min(draft.slots(), reach.length); i++) {
            wanted -= reach[reach.length - i];
        }
        return Math.max(0, wanted);
    }
}
