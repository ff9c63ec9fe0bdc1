package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;

/**
 * What a vendor is owed for one ship notice: units that left times the cost they were ordered at. Amounts are exact;
 * the total is rounded once, half up to the currency's places.
 */
public record Invoice(
        InvoiceNumber number,
        ShipmentNumber shipment,
        int notice,
        Instant issuedAt,
        Instant dueAt,
        Money total,
        List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    public VendorCode vendor() {
        return number.vendor();
    }

    Invoice withLines(List<Line> lines) {
        return new Invoice(number, shipment, notice, issuedAt, dueAt, total, lines);
    }

    /** Units of one shipment line; {@code line} numbers the invoice, {@code shipmentLine} the shipment. */
    public record Line(int line, int shipmentLine, Sku sku, String vendorSku, int quantity, UnitCost unitCost) {
        public Money amount() {
            return unitCost.money().times(quantity);
        }
    }
}
