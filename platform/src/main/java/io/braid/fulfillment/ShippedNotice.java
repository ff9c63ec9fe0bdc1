package io.braid.fulfillment;

import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.util.List;

/** What left a vendor with one ship notice: units by shipment line at the cost of that line. */
public record ShippedNotice(ShipmentNumber shipment, int notice, VendorCode vendor, List<Line> lines) {
    public ShippedNotice {
        lines = List.copyOf(lines);
    }

    /** Units of one shipment line over all packages of the notice. */
    public record Line(int line, Sku sku, String vendorSku, int quantity, UnitCost unitCost) {}
}
