package io.braid.fulfillment;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a vendor has canceled with one canceled-items record: how many units, and what they would have cost. */
public record CanceledUnits(ShipmentNumber shipment, VendorCode vendor, String record, int units, Money cost) {
    /** One per currency of the lines: one, unless contracts name several. */
    static List<CanceledUnits> of(Shipment shipment, VendorCode vendor, String record, List<Cut> cuts) {
        return cuts.stream()
                .map(cut -> {
                    ShippedNotice.Line line = ShippedNotice.line(shipment.line(cut.line()), cut.quantity());
                    Money cost = line.unitCost().money().times(line.quantity());
                    return new CanceledUnits(shipment.number(), vendor, record, cut.quantity(), cost);
                })
                .collect(Collectors.groupingBy(
                        units -> units.cost().currency(), LinkedHashMap::new, Collectors.reducing(CanceledUnits::and)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private CanceledUnits and(CanceledUnits other) {
        return new CanceledUnits(shipment, vendor, record, units + other.units, cost.plus(other.cost));
    }
}
