package io.braid.routing;

import io.braid.routing.Scenario.Mode;
import io.braid.routing.Scenario.Spread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places a scenario's demand with ranked candidates, in the way the scenario asks for. */
final class Assigning {
    private final Supply supply;
    private final Demand demand;
    private final int[] ranked;
    private final int shipmentsMax;

    private @Nullable Double gap;
    private @Nullable Purchase purchase;

    Assigning(Purchase.Market market, Spread spread) {
        this.supply = market.facts().supply();
        this.demand = market.demand();
        this.ranked = market.ranked();
        this.shipmentsMax = spread.shipmentsMax();
        Objective objective = spread.objective();
        if (spread.mode() == Mode.LOWEST_COST && objective != null) {
            buy(market, new Bill(market.facts(), objective));
        } else if (spread.isWhole() || spread.mode() == Mode.FIRST_FIT) {
            walk();
        } else if (supply.poolCount() < supply.lineCount() || isScarce(spread)) {
            count(market);
        } else {
            cover();
        }
    }

    private boolean isScarce(Spread spread) {
        return spread.splitUnits() && spread.locationsPerLineMax() < ranked.length;
    }

    /** Null where nothing was searched, 0 where the answer is proven best. */
    @Nullable
    Double gap() {
        return gap;
    }

    /** What the units placed cost, where the scenario asked for the least cost. */
    @Nullable
    Purchase purchase() {
        return purchase;
    }

    private void buy(Purchase.Market market, Bill bill) {
        Purchase bought = new Purchase(market, bill, shipmentsMax);
        gap = bought.found().gap();
        purchase = bought;
    }

    /** Each location in turn takes what it can, until the shipments run out. */
    private void walk() {
        int shipments = supply.usedCount();
        for (int i = 0; i < ranked.length && !demand.isDone(); i++) {
            int candidate = ranked[i];
            if (supply.isUsed(candidate) || shipments < shipmentsMax) {
                boolean wasUsed = supply.isUsed(candidate);
                takeAll(candidate);
                shipments += supply.isUsed(candidate) && !wasUsed ? 1 : 0;
            }
        }
    }

    private void takeAll(int candidate) {
        for (int item = 0; item < demand.itemCount(); item++) {
            demand.take(candidate, item);
        }
    }

    /**
     * Lines that compete for stock, or that may go to few locations only, are more than sets of locations can tell: a
     * purchase where nothing costs but a shipment finds the fewest all the same.
     */
    private void count(Purchase.Market market) {
        Cheapest.Found found = new Purchase(market, new PerShipment(), shipmentsMax).found();
        gap = found.gap();
    }

    /** The same for each shipment, nothing for what is in it. */
    private record PerShipment() implements Purchase.Charges {
        private static final long ONE = 1_000_000;

        @Override
        public long perShipment(int candidate) {
            return ONE;
        }

        @Override
        public long split() {
            return 0;
        }

        @Override
        public long perUnit(int candidate, int line) {
            return 0;
        }

        @Override
        public long freight(int candidate, long grams) {
            return 0;
        }

        @Override
        public long grain() {
            return ONE;
        }
    }

    /** Locations that already ship something come first, they cost no shipment; then the fewest others. */
    private void cover() {
        for (int candidate : ranked) {
            if (supply.isUsed(candidate)) {
                takeAll(candidate);
            }
        }
        int slots = Math.max(0, shipmentsMax - supply.usedCount());
        Cover.Found found = new Cover(gains(), slots).solve();
        give(found.picks());
        gap = found.gap();
    }

    private Gains gains() {
        int items = demand.itemCount();
        int[] need = new int[items];
        int[] gains = new int[ranked.length * items];
        for (int item = 0; item < items; item++) {
            need[item] = demand.open(item);
            for (int rank = 0; rank < ranked.length; rank++) {
                gains[rank * items + item] = demand.gain(ranked[rank], item);
            }
        }
        return new Gains(need, gains);
    }

    /** First what one location can give whole, in rank order; then what must be split. */
    private void give(List<Integer> picks) {
        for (int item = 0; item < demand.itemCount(); item++) {
            for (int rank : picks) {
                int open = demand.open(item);
                if (open > 0 && demand.gain(ranked[rank], item) == open) {
                    demand.take(ranked[rank], item);
                }
            }
        }
        for (int rank : picks) {
            takeAll(ranked[rank]);
        }
    }
}
