package io.braid.carriage;

import io.braid.carriage.CarrierRow.Rate;
import io.braid.kernel.Money;
import io.braid.routing.Carriage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a shipment of any weight costs in one zone of one service, in minor units of one currency. It never falls when
 * the weight grows, whatever the table says: a heavier bracket costs at least what a lighter one costs.
 */
final class RateCard implements Carriage.Tariff {
    private static final long GRAMS_PER_KG = 1_000;

    private final long[] upToGrams;
    private final long[] costs;
    private final long perExtraKg;

    private RateCard(long[] upToGrams, long[] costs, long perExtraKg) {
        this.upToGrams = upToGrams;
        this.costs = costs;
        this.perExtraKg = perExtraKg;
    }

    /** From the rows of one card, at least one. */
    static RateCard of(List<Rate> rows) {
        List<Rate> sorted =
                rows.stream().sorted(Comparator.comparingInt(Rate::upToGrams)).toList();
        long[] costs = sorted.stream().mapToLong(row -> minor(row.amount())).toArray();
        Arrays.parallelPrefix(costs, Math::max);
        Money extra = sorted.getLast().perExtraKg();
        return new RateCard(
                sorted.stream().mapToLong(Rate::upToGrams).toArray(), costs, extra == null ? -1 : minor(extra));
    }

    /** Whole minor units; rows with fractions of them are refused when they come in. */
    static long minor(Money money) {
        int places = Math.max(money.currency().getDefaultFractionDigits(), 0);
        return money.amount().movePointRight(places).longValueExact();
    }

    @Override
    public long costOf(long grams) {
        int bracket = Arrays.binarySearch(upToGrams, Math.max(grams, 1));
        int at = bracket < 0 ? -bracket - 1 : bracket;
        return at < costs.length ? costs[at] : above(grams);
    }

    /** Above the last bracket: so much per begun kilogram, or several parcels, all but one of the greatest weight. */
    private long above(long grams) {
        long heaviest = upToGrams[upToGrams.length - 1];
        long most = costs[costs.length - 1];
        if (perExtraKg >= 0) {
            return plus(most, times(Math.ceilDiv(grams - heaviest, GRAMS_PER_KG), perExtraKg));
        }
        long rest = grams % heaviest;
        return plus(times(grams / heaviest, most), rest == 0 ? 0 : costOf(rest));
    }

    private static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static long plus(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
