package io.braid.fulfillment;

import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.util.ArrayList;
import java.util.List;

/** What left a vendor with one ship notice: units by shipment line at the cost of that line. */
public record ShippedNotice(ShipmentNumber shipment, int notice, VendorCode vendor, List<Line> lines) {
    public ShippedNotice {
        lines = List.copyOf(lines);
    }

    ShippedNotice and(ShippedNotice more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more.lines);
        return new ShippedNotice(shipment, notice, vendor, all);
    }

    static Line line(ShipmentLine line, int quantity) {
        if (line.vendorSku() == null || line.unitCost() == null) {
            throw new IllegalStateException("line " + line.line() + " of a vendor's shipment has no contracted cost");
        }
        return new Line(line.line(), line.sku(), line.vendorSku(), quantity, line.unitCost());
    }

    /** Units of one shipment line over all packages of the notice. */
    public record Line(int line, Sku sku, String vendorSku, int quantity, UnitCost unitCost) {}
}
