package io.braid.routing;

import java.util.Arrays;

/**
 * An answer under construction: lots given to pickers one after the other and taken back in the opposite order. Knows
 * what it costs so far and what more of a picker costs at least; it does not search.
 */
final class Draft {
    private final Lots lots;
    private final FreightLine line;
    private final int items;
    private final int[] given;
    private final int[] rest;
    private final int[] stock;
    private final int[] giversOf;
    private final long[] load;
    private final int[] lotsOf;
    private final int[] open;
    private int openCount;
    private int opened;
    private int slots;
    private long paid;
    private int restLots;

    Draft(Lots lots, FreightLine line, int slots) {
        this.lots = lots;
        this.line = line;
        this.items = lots.items();
        this.given = new int[lots.pickers() * items];
        this.rest = new int[items];
        this.stock = lots.pools().stock().clone();
        this.giversOf = new int[items];
        this.load = new long[lots.pickers()];
        this.lotsOf = new int[lots.pickers()];
        this.open = new int[lots.pickers()];
        this.slots = slots;
        for (int item = 0; item < items; item++) {
            rest[item] = lots.target(item);
            restLots += rest[item];
        }
        for (int picker = 0; picker < lots.pickers(); picker++) {
            if (lots.isUnderway(picker)) {
                open[openCount++] = picker;
            }
        }
    }

    /** Lots of the item that the picker could give now. */
    int room(int picker, int item) {
        int room = giversOf[item] < lots.giversMax(item) ? Math.min(lots.gain(picker, item), rest[item]) : 0;
        Lots.Pools pools = lots.pools();
        if (room > 0 && pools.count() > 0) {
            int[] touched = pools.touched()[item];
            for (int i = 0; i < touched.length; i++) {
                room = Math.min(room, stock[picker * pools.count() + touched[i]] / pools.drawn()[item][i]);
            }
        }
        return room;
    }

    boolean isOpen(int picker) {
        return lotsOf[picker] > 0 || lots.isUnderway(picker);
    }

    void give(int picker, int item, int count) {
        if (!isOpen(picker)) {
            open[openCount++] = picker;
            slots--;
            opened++;
        }
        paid += price(picker, item, count);
        move(picker, item, count);
    }

    /** Undoes the last {@link #give}. */
    void takeBack(int picker, int item, int count) {
        move(picker, item, -count);
        paid -= price(picker, item, count);
        if (!isOpen(picker)) {
            openCount--;
            slots++;
            opened--;
        }
    }

    private void move(int picker, int item, int count) {
        given[(lots.pickers() - 1 - picker) * items + item] += count;
        giversOf[item] += Integer.signum(count);
        rest[item] -= count;
        restLots -= count;
        load[picker] += lots.grams(item) * count;
        lotsOf[picker] += count;
        Lots.Pools pools = lots.pools();
        if (pools.count() > 0) {
            int[] touched = pools.touched()[item];
            for (int i = 0; i < touched.length; i++) {
                stock[picker * pools.count() + touched[i]] -= pools.drawn()[item][i] * count;
            }
        }
    }

    /** What giving these lots adds: theirs, the heavier shipment's, and the shipment's own where it is a new one. */
    long price(int picker, int item, int count) {
        boolean first = lotsOf[picker] == 0;
        long before = first ? 0 : lots.freight(picker, load[picker]);
        long fixed = first && !lots.isUnderway(picker) ? lots.fixed(picker) : 0;
        long heavier = lots.freight(picker, load[picker] + lots.grams(item) * count) - before;
        return fixed + heavier + lots.cost(picker, item) * count;
    }

    /** At most what one lot more costs at an open picker, whatever else it gets. */
    long marginal(int picker, int item) {
        long more = line.of(picker, lots.grams(item));
        if (more > 0) {
            long paidNow = lotsOf[picker] == 0 ? 0 : lots.freight(picker, load[picker]);
            long ahead = paidNow - line.base(picker) - line.of(picker, load[picker]);
            // An underway picker that carries nothing new has not paid the line's base; it may be below zero.
            more = Math.max(0, more - Math.max(0, ahead));
        }
        return lots.cost(picker, item) + more;
    }

    /** Says that what is left of the item stays without a giver. */
    void lose(int item, int count) {
        rest[item] -= count;
        restLots -= count;
        paid += lots.penalty(item) * count;
    }

    void unlose(int item, int count) {
        rest[item] += count;
        restLots += count;
        paid -= lots.penalty(item) * count;
    }

    /**
     * Whether answers that go on from here are surely no better than one of the same cost. Better is who opens fewer
     * pickers, then who gives less at the worst ranked picker where they differ: what is added makes neither better,
     * and a picker that gives nothing changes nothing, wherever it is ranked.
     */
    boolean isNoBetterThan(Answer other) {
        int least = opened + (opened < other.opened && needsMorePickers() ? 1 : 0);
        return least > other.opened || (least == other.opened && Arrays.compare(given, other.given) >= 0);
    }

    private boolean needsMorePickers() {
        for (int item = 0; item < items; item++) {
            int lacking = rest[item];
            for (int i = 0; i < openCount && lacking > 0; i++) {
                lacking -= room(open[i], item);
            }
            if (lacking > 0) {
                return true;
            }
        }
        return false;
    }

    /** What a draft gives, the worst ranked picker first, and how many pickers it opens for that. */
    record Answer(int[] given, int opened) {
        /** The lots picker by picker, the best ranked first, item by item. */
        int[] byRank(int items) {
            int[] turned = new int[given.length];
            for (int from = 0; from < given.length; from += items) {
                System.arraycopy(given, from, turned, given.length - from - items, items);
            }
            return turned;
        }
    }

    int rest(int item) {
        return rest[item];
    }

    boolean isDone() {
        return restLots == 0;
    }

    int slots() {
        return slots;
    }

    int openCount() {
        return openCount;
    }

    int open(int index) {
        return open[index];
    }

    long paid() {
        return paid;
    }

    Answer answer() {
        return new Answer(given.clone(), opened);
    }
}
