package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor is owed for what left with one ship notice, with one shipment or within a period, as its terms say:
 * units that left times the cost they were ordered at. It is never changed; what comes later is a credit note.
 */
public record Invoice(
        InvoiceNumber number, About about, Instant issuedAt, Instant dueAt, Amounts amounts, List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    public VendorCode vendor() {
        return number.vendor();
    }

    public Money total() {
        return amounts.total();
    }

    Invoice withLines(List<Line> lines) {
        return new Invoice(number, about, issuedAt, dueAt, amounts, lines);
    }

    /**
     * What it is about. The shipment is null for a period, the notice for anything but a notice, the dates (both
     * included, UTC) for anything but a period.
     */
    public record About(
            BilledPer per,
            @Nullable ShipmentNumber shipment,
            @Nullable Integer notice,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static About notice(ShipmentNumber shipment, int notice) {
            return new About(BilledPer.NOTICE, shipment, notice, null, null);
        }

        static About shipment(ShipmentNumber shipment) {
            return new About(BilledPer.SHIPMENT, shipment, null, null, null);
        }

        static About period(BilledPer per, LocalDate from, LocalDate to) {
            return new About(per, null, null, from, to);
        }
    }

    /** Units of one shipment line that left with one notice; {@code line} numbers the invoice. */
    public record Line(
            int line,
            ShipmentNumber shipment,
            int notice,
            int shipmentLine,
            Sku sku,
            String vendorSku,
            int quantity,
            UnitCost unitCost) {
        /** Exact, never rounded. */
        public Money amount() {
            return unitCost.money().times(quantity);
        }
    }
}
