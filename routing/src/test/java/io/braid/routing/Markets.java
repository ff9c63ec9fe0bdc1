package io.braid.routing;

import java.util.Arrays;
import java.util.Random;

/** Random purchases for the search of the least cost, the same for the same random. */
final class Markets {
    /** A purchase and how many pickers it may open. */
    record Market(Lots lots, int slots) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("slots " + slots);
            for (int item = 0; item < lots.items(); item++) {
                text.append("; item of ")
                        .append(lots.units(item))
                        .append(" units, ")
                        .append(lots.grams(item));
                text.append(" g, target ").append(lots.target(item)).append(" from ");
                text.append(lots.giversMax(item)).append(':');
                for (int picker = 0; picker < lots.pickers(); picker++) {
                    text.append(' ').append(lots.gain(picker, item)).append('@').append(lots.cost(picker, item));
                }
            }
            for (int picker = 0; picker < lots.pickers(); picker++) {
                text.append("; picker ").append(picker).append(lots.isUnderway(picker) ? " underway " : " fixed ");
                text.append(lots.fixed(picker)).append(", full ").append(lots.freight(picker, lots.loadMax(picker)));
            }
            return text.toString();
        }
    }

    /** The largest size of a random market. */
    record Size(int items, int pickers, int lotsMax, int stockPercent) {}

    private Markets() {}

    static Market random(Random random, Size size) {
        int items = 1 + random.nextInt(size.items());
        int pickers = 1 + random.nextInt(size.pickers());
        return exactly(random, new Size(items, pickers, size.lotsMax(), size.stockPercent()));
    }

    static Market exactly(Random random, Size size) {
        int items = size.items();
        int pickers = size.pickers();
        int[] lots = new int[items];
        int[] units = new int[items];
        long[] grams = new long[items];
        for (int item = 0; item < items; item++) {
            boolean whole = size.lotsMax() == 1 || random.nextInt(3) == 0;
            lots[item] = whole ? 1 : 1 + random.nextInt(size.lotsMax());
            units[item] = whole ? 1 + random.nextInt(4) : 1;
            grams[item] = random.nextInt(4) * 250L;
        }
        int[] gains = new int[items * pickers];
        long[] costs = new long[items * pickers];
        int price = random.nextInt(4);
        for (int at = 0; at < gains.length; at++) {
            gains[at] = random.nextInt(100) < size.stockPercent() ? 1 + random.nextInt(lots[at % items]) : 0;
            costs[at] = price == 0 ? 0 : random.nextInt(400) - (price == 1 ? 100 : 0);
        }
        long[] fixed = new long[pickers];
        boolean[] underway = new boolean[pickers];
        for (int picker = 0; picker < pickers; picker++) {
            underway[picker] = random.nextInt(12) == 0;
            fixed[picker] = underway[picker] ? 0 : random.nextInt(600) - (random.nextInt(8) == 0 ? 500 : 0);
        }
        int[] giversMax = new int[items];
        Arrays.setAll(giversMax, item -> 1 + random.nextInt(pickers));
        Lots.Wants wants = new Lots.Wants(lots, units, grams, giversMax);
        Lots.Terms terms = new Lots.Terms(gains, costs, fixed, underway);
        Lots market = new Lots(wants, terms, freight(random, pickers), pools(random, wants, gains));
        int slots = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : pickers;
        return new Market(market, slots);
    }

    /**
     * As in a trade: lines of one to three units that go whole, a parcel tariff by zone in steps of a pound, a picking
     * fee per shipment and per unit, a split penalty, unit costs that differ by a tenth.
     */
    static Market trade(Random random, int items, int pickers, int stockPercent) {
        Lots.Wants wants = Lots.Wants.of(items);
        long[] value = new long[items];
        for (int item = 0; item < items; item++) {
            wants.lots()[item] = 1;
            wants.units()[item] = 1 + random.nextInt(3);
            wants.grams()[item] = wants.units()[item] * (100L + random.nextInt(1500));
            value[item] = wants.units()[item] * (50_000L + random.nextInt(400_000));
        }
        Lots.Terms terms = new Lots.Terms(
                new int[items * pickers], new long[items * pickers], new long[pickers], new boolean[pickers]);
        int[] zones = new int[pickers];
        for (int picker = 0; picker < pickers; picker++) {
            zones[picker] = 1 + random.nextInt(8);
            terms.fixed()[picker] = 30_000L + random.nextInt(12) * 1_000L;
            long perUnit = 2_500L + random.nextInt(5) * 500L;
            for (int item = 0; item < items; item++) {
                int at = picker * items + item;
                terms.gains()[at] = random.nextInt(100) < stockPercent ? 1 : 0;
                terms.costs()[at] = perUnit * wants.units()[item] + value[item] * random.nextInt(100) / 1000;
            }
        }
        Lots.Freight freight =
                (picker, grams) -> 55_000 + 4_000L * zones[picker] + (1_500L + 900L * zones[picker]) * (grams / 454);
        return new Market(new Lots(wants, terms, freight, Lots.Pools.none()), pickers);
    }

    /**
     * Shipping and a split penalty alone: a parcel tariff of seven zones in steps of a pound, several parcels above 150
     * pounds; of 26 pickers one has three quarters of the lines, ten a fifth, the others an eighth.
     */
    static Market parcels(Random random, int items, int pickers) {
        Lots.Wants wants = Lots.Wants.of(items);
        for (int item = 0; item < items; item++) {
            wants.lots()[item] = 1;
            wants.units()[item] = 1;
            wants.grams()[item] = 100L + random.nextInt(2500);
        }
        Lots.Terms terms = new Lots.Terms(
                new int[items * pickers], new long[items * pickers], new long[pickers], new boolean[pickers]);
        int[] zones = new int[pickers];
        for (int picker = 0; picker < pickers; picker++) {
            zones[picker] = random.nextInt(7);
            terms.fixed()[picker] = 15_000;
            int percent = picker % 26 == 0 ? 75 : picker % 26 < 11 ? 20 : 12;
            for (int item = 0; item < items; item++) {
                terms.gains()[picker * items + item] = random.nextInt(100) < percent ? 1 : 0;
            }
        }
        Lots.Freight freight = (picker, grams) -> {
            long first = 81_000 + 5_000L * zones[picker];
            long pound = 2_800 + 1_100L * zones[picker];
            return grams / 68_039 * (first + 149 * pound) + first + grams % 68_039 / 454 * pound;
        };
        return new Market(new Lots(wants, terms, freight, Lots.Pools.none()), pickers);
    }

    /** Steps of their own for each picker; some flat, some rising faster and faster. */
    private static Lots.Freight freight(Random random, int pickers) {
        long[][] steps = new long[pickers][8];
        for (long[] own : steps) {
            long cost = random.nextInt(500);
            int slope = random.nextInt(3) * 60;
            for (int i = 0; i < own.length; i++) {
                own[i] = cost;
                cost += slope == 0 ? 0 : random.nextInt(slope + i * 20);
            }
        }
        return (picker, grams) ->
                grams == 0 && steps[picker][0] % 2 == 0 ? 0 : steps[picker][(int) Math.min(7, grams / 500)];
    }

    /** Now and then the first two items draw from one stock. */
    private static Lots.Pools pools(Random random, Lots.Wants wants, int[] gains) {
        int items = wants.lots().length;
        if (items < 2 || random.nextInt(3) > 0) {
            return Lots.Pools.none();
        }
        int[][] touched = new int[items][];
        int[][] drawn = new int[items][];
        Arrays.setAll(touched, item -> new int[] {Math.max(0, item - 1)});
        Arrays.setAll(drawn, item -> new int[] {wants.units()[item]});
        int[] stock = new int[gains.length / items * (items - 1)];
        for (int picker = 0; picker < gains.length / items; picker++) {
            for (int item = 0; item < items; item++) {
                int pool = picker * (items - 1) + Math.max(0, item - 1);
                stock[pool] = Math.max(stock[pool], gains[picker * items + item] * wants.units()[item]);
            }
        }
        return new Lots.Pools(touched, drawn, stock, items - 1);
    }
}
