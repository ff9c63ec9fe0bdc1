package io.braid.invoice;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentLine;
import io.braid.invoice.ReceivedInvoice.Difference;
import io.braid.invoice.ReceivedInvoice.Difference.Kind;
import io.braid.kernel.Money;
import io.braid.kernel.UnitCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a vendor's invoice with the purchase order (costs), the ship notices (units that left, less those the vendor
 * has asked for before) and what our own invoice comes to under the same terms. Pure; it finds, and decides nothing.
 */
final class ThreeWayMatch {
    private final Map<Integer, ShipmentLine> ordered = new HashMap<>();
    private final Map<Integer, Integer> askedBefore;
    private final Terms terms;
    private final List<Difference> differences = new ArrayList<>();

    /** @param askedBefore units by shipment line in the vendor's earlier invoices that were not rejected */
    ThreeWayMatch(Shipment shipment, Map<Integer, Integer> askedBefore, Terms terms) {
        shipment.lines().forEach(line -> ordered.put(line.line(), line));
        this.askedBefore = new HashMap<>(askedBefore);
        this.terms = terms;
    }

    List<Difference> differences(Money total, List<ReceivedInvoice.Line> lines) {
        Money asked = Money.zero(total.currency());
        for (ReceivedInvoice.Line line : lines) {
            compare(line, total);
            if (line.unitCost().money().currency().equals(total.currency())) {
                asked = asked.plus(line.unitCost().money().times(line.quantity()));
            }
        }
        Money due = Amounts.of(asked.rounded(), terms).total();
        if (!due.equals(total)) {
            differences.add(new Difference(Kind.TOTAL, null, due.toString(), total.toString()));
        }
        return List.copyOf(differences);
    }

    private void compare(ReceivedInvoice.Line line, Money total) {
        ShipmentLine known = ordered.get(line.shipmentLine());
        if (known == null || known.unitCost() == null) {
            differences.add(new Difference(
                    Kind.UNKNOWN_LINE,
                    line.shipmentLine(),
                    "a line of the purchase order",
                    "line " + line.shipmentLine()));
            return;
        }
        UnitCost agreed = known.unitCost();
        if (!agreed.money().currency().equals(line.unitCost().money().currency())
                || !agreed.money().currency().equals(total.currency())) {
            differences.add(new Difference(
                    Kind.CURRENCY,
                    line.shipmentLine(),
                    agreed.money().currency().getCurrencyCode(),
                    line.unitCost().money().currency().getCurrencyCode()));
        } else if (agreed.money().compareTo(line.unitCost().money()) != 0) {
            differences.add(new Difference(
                    Kind.UNIT_COST,
                    line.shipmentLine(),
                    agreed.money().toString(),
                    line.unitCost().money().toString()));
        }
        int left = known.shipped() - askedBefore.getOrDefault(line.shipmentLine(), 0);
        if (line.quantity() > left) {
            differences.add(new Difference(
                    Kind.QUANTITY,
                    line.shipmentLine(),
                    left + " shipped and not yet invoiced by the vendor",
                    String.valueOf(line.quantity())));
        }
        askedBefore.merge(line.shipmentLine(), line.quantity(), Integer::sum);
    }

    /** What the same units come to as agreed, under the terms; unknown lines and surplus units are nothing. */
    Money agreedTotal(Money total, List<ReceivedInvoice.Line> lines, Map<Integer, Integer> before) {
        Map<Integer, Integer> taken = new HashMap<>(before);
        Money sum = Money.zero(total.currency());
        for (ReceivedInvoice.Line line : lines) {
            ShipmentLine known = ordered.get(line.shipmentLine());
            if (known != null
                    && known.unitCost() != null
                    && known.unitCost().money().currency().equals(total.currency())) {
                int left = Math.max(0, known.shipped() - taken.getOrDefault(line.shipmentLine(), 0));
                int units = Math.min(left, line.quantity());
                taken.merge(line.shipmentLine(), units, Integer::sum);
                sum = sum.plus(known.unitCost().money().times(units));
            }
        }
        return Amounts.of(sum.rounded(), terms).total();
    }
}
