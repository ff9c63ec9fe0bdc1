package io.braid.routing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's demand bought at the least cost: lays it out in lots, searches, places what was found, and says
 * afterwards what it cost and by how much the others lost. Shipments of earlier scenarios are under way: they carry
 * more at no cost but the weight's.
 */
final class Purchase {
    private final Supply supply;
    private final Demand demand;
    private final int[] ranked;
    private final Charges charges;
    private final Lots lots;
    private final Cheapest.Found found;
    private final boolean anyBefore;
    private final long[] gramsBefore;
    private final boolean[] underway;
    private final int[] placedBefore;

    /** The parties of one purchase. */
    record Market(Facts facts, Demand demand, int[] ranked) {}

    /** What things cost, by candidate, all in multiples of the grain. */
    interface Charges {
        /** A shipment, whatever is in it, apart from the carrier's part and the split. */
        long perShipment(int candidate);

        /** Each shipment of the plan beyond the first. */
        long split();

        long perUnit(int candidate, int line);

        /** A shipment's weight. */
        long freight(int candidate, long grams);

        default long grain() {
            return 1;
        }
    }

    Purchase(Market market, Charges charges, int shipmentsMax) {
        this.supply = market.facts().supply();
        this.demand = market.demand();
        this.ranked = market.ranked();
        this.charges = charges;
        this.anyBefore = supply.usedCount() > 0;
        this.underway = new boolean[ranked.length];
        this.gramsBefore = new long[ranked.length];
        this.placedBefore = new int[anyBefore ? ranked.length * supply.lineCount() : 0];
        for (int rank = 0; rank < ranked.length; rank++) {
            underway[rank] = supply.isUsed(ranked[rank]);
            for (int line = 0; line < supply.lineCount() && underway[rank]; line++) {
                long weight = market.facts().line(line).weightGrams();
                placedBefore[rank * supply.lineCount() + line] = supply.placed(ranked[rank], line);
                gramsBefore[rank] += weight * supply.placed(ranked[rank], line);
            }
        }
        this.lots = lots(market.facts());
        int slots = Math.max(0, shipmentsMax - supply.usedCount());
        this.found = Cheapest.search(lots, slots);
        place();
    }

    private Lots lots(Facts facts) {
        int items = demand.itemCount();
        Lots.Wants wants = Lots.Wants.of(items);
        Lots.Terms terms = new Lots.Terms(
                new int[ranked.length * items], new long[ranked.length * items], new long[ranked.length], underway);
        for (int item = 0; item < items; item++) {
            boolean splits = demand.splitsUnits(item);
            wants.lots()[item] = splits ? demand.open(item) : 1;
            wants.units()[item] = splits ? 1 : demand.open(item);
            wants.giversMax()[item] = splits ? supply.locationsLeft(demand.lines(item)[0]) : 1;
            for (int line : demand.lines(item)) {
                wants.grams()[item] += (long) facts.line(line).weightGrams() * (splits ? 1 : supply.open(line));
            }
        }
        for (int rank = 0; rank < ranked.length; rank++) {
            terms.fixed()[rank] = underway[rank] ? 0 : charges.perShipment(ranked[rank]) + charges.split();
            for (int item = 0; item < items; item++) {
                offer(terms, rank, item);
            }
        }
        return new Lots(wants, terms, this::freight, pools(), charges.grain());
    }

    private void offer(Lots.Terms terms, int rank, int item) {
        int gain = demand.gain(ranked[rank], item);
        if (gain > 0) {
            int at = rank * demand.itemCount() + item;
            boolean splits = demand.splitsUnits(item);
            terms.gains()[at] = splits ? gain : 1;
            for (int line : demand.lines(item)) {
                terms.costs()[at] += charges.perUnit(ranked[rank], line) * (splits ? 1 : supply.open(line));
            }
        }
    }

    private long freight(int rank, long grams) {
        long before = underway[rank] ? charges.freight(ranked[rank], gramsBefore[rank]) : 0;
        return charges.freight(ranked[rank], gramsBefore[rank] + grams) - before;
    }

    /** Lines of one sku share stock; where they are items of their own, the search must know. */
    private Lots.Pools pools() {
        if (supply.poolCount() == supply.lineCount()) {
            return Lots.Pools.none();
        }
        int items = demand.itemCount();
        int[][] touched = new int[items][];
        int[][] drawn = new int[items][];
        for (int item = 0; item < items; item++) {
            int[] units = new int[supply.poolCount()];
            for (int line : demand.lines(item)) {
                units[supply.pool(line)] += demand.splitsUnits(item) ? 1 : supply.open(line);
            }
            int[] pools = IntStream.range(0, units.length)
                    .filter(pool -> units[pool] > 0)
                    .toArray();
            touched[item] = pools;
            drawn[item] = Arrays.stream(pools).map(pool -> units[pool]).toArray();
        }
        int[] stock = new int[ranked.length * supply.poolCount()];
        for (int rank = 0; rank < ranked.length; rank++) {
            for (int line = 0; line < supply.lineCount(); line++) {
                stock[rank * supply.poolCount() + supply.pool(line)] = supply.available(ranked[rank], line);
            }
        }
        return new Lots.Pools(touched, drawn, stock, supply.poolCount());
    }

    private void place() {
        for (int item = 0; item < demand.itemCount(); item++) {
            for (int rank = 0; rank < ranked.length; rank++) {
                int given = given(rank, item);
                if (given > 0 && demand.splitsUnits(item)) {
                    supply.place(ranked[rank], demand.lines(item)[0], given);
                } else if (given > 0) {
                    demand.take(ranked[rank], item);
                }
            }
        }
    }

    private int given(int rank, int item) {
        return found.given()[rank * demand.itemCount() + item];
    }

    Cheapest.Found found() {
        return found;
    }

    /** What the units placed at the candidate of that rank cost, by parts; null when there are none. */
    Plan.@Nullable Cost cost(int rank) {
        if (!gives(rank) || !(charges instanceof Bill bill)) {
            return null;
        }
        int[] units = new int[supply.lineCount()];
        for (int line = 0; line < units.length; line++) {
            int before = anyBefore ? placedBefore[rank * units.length + line] : 0;
            units[line] = supply.placed(ranked[rank], line) - before;
        }
        boolean first = !anyBefore && rank == firstUsed();
        return bill.cost(new Bill.Load(ranked[rank], units, gramsBefore[rank], !underway[rank], first));
    }

    private int firstUsed() {
        int rank = 0;
        while (rank < ranked.length && !gives(rank)) {
            rank++;
        }
        return rank;
    }

    private boolean gives(int rank) {
        for (int item = 0; item < demand.itemCount(); item++) {
            if (given(rank, item) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What all that was placed costs; the first shipment of a plan pays no split. */
    private long total() {
        boolean first = !anyBefore && firstUsed() < ranked.length;
        return found.cost() - (first ? charges.split() : 0);
    }

    /** What an answer with the other candidates in it would cost, for the explanation of those that lost. */
    Swaps swaps() {
        return new Swaps(lots, found, total());
    }
}
