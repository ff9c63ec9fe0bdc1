package io.braid.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What routing recommends. Assigned and unassigned units add up to the question's, per line; nothing is reserved yet.
 * {@code optimal} tells that the number of shipments, or the cost where that is asked for, is proven least for the most
 * units; otherwise {@code gap} is the proven bound on how far from it the plan can be (0.25: at most a quarter of the
 * shipments, of the cost, or of the units could be gained).
 */
public record Plan(
        List<Assignment> assignments, List<Unassigned> unassigned, boolean optimal, double gap, Decision decision) {
    public Plan {
        assignments = List.copyOf(assignments);
        unassigned = List.copyOf(unassigned);
    }

    /** What one location gets: one shipment; and what it costs, where a cost objective chose it. */
    public record Assignment(
            String location, List<Part> parts, @Nullable Cost cost) {
        public Assignment {
            parts = List.copyOf(parts);
        }

        /** A shipment that nobody priced. */
        public Assignment(String location, List<Part> parts) {
            this(location, parts, null);
        }
    }

    /**
     * What a shipment costs by the strategy's objective, in the order's currency with two or four places: the parts,
     * under the names the objective gives them, and their sum. Parts of nothing are left out; one may be negative.
     *
     * @param unknown parts of which nobody knew the value somewhere, with what it was counted as instead
     */
    public record Cost(BigDecimal total, List<Amount> amounts, List<Amount> unknown) {
        static final int PLACES = 4;

        public Cost {
            amounts = List.copyOf(amounts);
            unknown = List.copyOf(unknown);
        }

        static Cost of(List<Amount> amounts, List<Amount> unknown) {
            BigDecimal total = amounts.stream().map(Amount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Cost(money(total.movePointRight(PLACES).longValueExact()), amounts, unknown);
        }

        /** An amount in ten-thousandths of a currency: with two places where they say it all. */
        static BigDecimal money(long tenThousandths) {
            return tenThousandths % 100 == 0
                    ? BigDecimal.valueOf(tenThousandths / 100, 2)
                    : BigDecimal.valueOf(tenThousandths, PLACES);
        }

        Cost plus(Cost more) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            amounts.forEach(each -> sums.merge(each.part(), each.amount(), BigDecimal::add));
            more.amounts.forEach(each -> sums.merge(each.part(), each.amount(), BigDecimal::add));
            List<Amount> all = new ArrayList<>();
            sums.forEach((part, amount) ->
                    all.add(new Amount(part, money(amount.movePointRight(PLACES).longValueExact()))));
            List<Amount> guessed = Stream.concat(unknown.stream(), more.unknown.stream())
                    .distinct()
                    .toList();
            return of(all, guessed);
        }
    }

    /** One part of a cost. */
    public record Amount(String part, BigDecimal amount) {}

    /** Units of one line, by its number. */
    public record Part(int line, int quantity) {}

    /** Units no scenario could place, and what the strategy says happens to them. */
    public record Unassigned(int line, int quantity, Outcome outcome) {}

    /** What happens to units that no scenario placed. */
    public enum Outcome {
        BACKORDER,
        CANCEL,
        CUSTOMER_CARE
    }
}
