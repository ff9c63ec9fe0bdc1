package io.braid.invoice;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentLine;
import io.braid.invoice.ReceivedInvoice.Difference;
import io.braid.invoice.ReceivedInvoice.Difference.Kind;
import io.braid.kernel.Money;
import io.braid.kernel.UnitCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a vendor's invoice with the purchase order (costs), the ship notices (units that left, less those that the
 * vendor's invoices have settled) and what our own invoice comes to under the terms of those notices. Pure; it finds,
 * and decides nothing.
 */
final class ThreeWayMatch {
    private final Map<Integer, ShipmentLine> ordered = new HashMap<>();
    private final ShippedUnits shipped;
    private final NoticeTerms today;

    /** @param today for units that have not left */
    ThreeWayMatch(Shipment shipment, ShippedUnits shipped, NoticeTerms today) {
        shipment.lines().forEach(line -> ordered.put(line.line(), line));
        this.shipped = shipped;
        this.today = today;
    }

    List<Difference> differences(Money total, List<ReceivedInvoice.Line> lines) {
        List<Difference> differences = new ArrayList<>();
        ShippedUnits left = shipped.copy();
        for (ReceivedInvoice.Line line : lines) {
            compareCost(line, total).ifPresent(differences::add);
            int units = left.left(line.shipmentLine());
            if (ordered.containsKey(line.shipmentLine()) && line.quantity() > units) {
                differences.add(new Difference(
                        Kind.QUANTITY,
                        line.shipmentLine(),
                        units + " shipped and not yet invoiced by the vendor",
                        String.valueOf(line.quantity())));
            }
            left.take(line.shipmentLine(), line.quantity());
        }
        Money due = total(total, lines, Rounding.AS_INVOICED);
        if (!due.equals(total) && !total(total, lines, Rounding.ONCE).equals(total)) {
            differences.add(new Difference(Kind.TOTAL, null, due.toString(), total.toString()));
        }
        return List.copyOf(differences);
    }

    private Optional<Difference> compareCost(ReceivedInvoice.Line line, Money total) {
        ShipmentLine known = ordered.get(line.shipmentLine());
        if (known == null || known.unitCost() == null) {
            return Optional.of(new Difference(
                    Kind.UNKNOWN_LINE,
                    line.shipmentLine(),
                    "a line of the purchase order",
                    "line " + line.shipmentLine()));
        }
        Money agreed = known.unitCost().money();
        Money asked = line.unitCost().money();
        if (!agreed.currency().equals(asked.currency()) || !agreed.currency().equals(total.currency())) {
            return Optional.of(new Difference(
                    Kind.CURRENCY,
                    line.shipmentLine(),
                    agreed.currency().getCurrencyCode(),
                    asked.currency().getCurrencyCode()));
        }
        return agreed.compareTo(asked) == 0
                ? Optional.empty()
                : Optional.of(new Difference(Kind.UNIT_COST, line.shipmentLine(), agreed.toString(), asked.toString()));
    }

    /** The first line that asks for more units than left and were not settled; those must never be paid. */
    Optional<InvoiceRefusal.UnitsNotShipped> unshipped(String theirNumber, List<ReceivedInvoice.Line> lines) {
        ShippedUnits left = shipped.copy();
        for (ReceivedInvoice.Line line : lines) {
            int units = left.left(line.shipmentLine());
            if (ordered.containsKey(line.shipmentLine()) && line.quantity() > units) {
                return Optional.of(
                        new InvoiceRefusal.UnitsNotShipped(theirNumber, line.shipmentLine(), line.quantity(), units));
            }
            left.take(line.shipmentLine(), line.quantity());
        }
        return Optional.empty();
    }

    /** A vendor may round the whole once where we rounded invoice by invoice: both are what was agreed. */
    private enum Rounding {
        AS_INVOICED,
        ONCE
    }

    /** What is rounded as one sum: units under the same terms and, where each notice is invoiced, of one notice. */
    private record Sum(NoticeTerms terms, int notice) {}

    /** What the vendor's own units and costs come to under the terms. */
    private Money total(Money total, List<ReceivedInvoice.Line> lines, Rounding rounding) {
        ShippedUnits left = shipped.copy();
        Map<Sum, Money> sums = new LinkedHashMap<>();
        for (ReceivedInvoice.Line line : lines) {
            int rest = line.quantity();
            for (ShippedUnits.Batch batch : left.take(line.shipmentLine(), line.quantity())) {
                add(sums, sumOf(batch, rounding), line.unitCost(), batch.units(), total);
                rest -= batch.units();
            }
            add(sums, lastOf(sums), line.unitCost(), rest, total);
        }
        return total(sums, total);
    }

    private static Sum sumOf(ShippedUnits.Batch batch, Rounding rounding) {
        boolean alone = rounding == Rounding.AS_INVOICED && batch.terms().billedPer() == BilledPer.NOTICE;
        return new Sum(batch.terms(), alone ? batch.notice() : 0);
    }

    /** What did not leave is held against the terms beside it, or today's where it stands alone. */
    private Sum lastOf(Map<Sum, Money> sums) {
        return sums.isEmpty() ? new Sum(today, 0) : List.copyOf(sums.keySet()).getLast();
    }

    /** What the same units come to as agreed and invoiced; lines that nobody ordered are nothing. */
    Money agreedTotal(Money total, List<ReceivedInvoice.Line> lines) {
        ShippedUnits left = shipped.copy();
        Map<Sum, Money> sums = new LinkedHashMap<>();
        for (ReceivedInvoice.Line line : lines) {
            ShipmentLine known = ordered.get(line.shipmentLine());
            UnitCost agreed = known == null ? null : known.unitCost();
            for (ShippedUnits.Batch batch : left.take(line.shipmentLine(), line.quantity())) {
                add(sums, sumOf(batch, Rounding.AS_INVOICED), agreed, batch.units(), total);
            }
        }
        return total(sums, total);
    }

    private static void add(Map<Sum, Money> sums, Sum sum, @Nullable UnitCost cost, int units, Money total) {
        if (units > 0 && cost != null && cost.money().currency().equals(total.currency())) {
            sums.merge(sum, cost.money().times(units), Money::plus);
        }
    }

    private static Money total(Map<Sum, Money> sums, Money total) {
        return sums.entrySet().stream()
                .map(e -> Amounts.of(e.getValue().rounded(), e.getKey().terms()).total())
                .reduce(Money.zero(total.currency()), Money::plus);
    }
}
