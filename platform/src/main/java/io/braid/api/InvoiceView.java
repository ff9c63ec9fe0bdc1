package io.braid.api;

import io.braid.invoice.BilledPer;
import io.braid.invoice.Invoice;
import io.braid.invoice.InvoiceNumber;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as the API shows it, to the operator and to its vendor alike. */
record InvoiceView(
        String number,
        VendorCode vendor,
        BilledPer billedPer,
        @Nullable ShipmentNumber shipment,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Instant issuedAt,
        Instant dueAt,
        String currency,
        List<InvoiceLine> lines,
        Money subtotal,
        Money allowance,
        Money tax,
        Money total) {
    record InvoiceLine(
            int line,
            ShipmentNumber shipment,
            int shipmentLine,
            Sku sku,
            String vendorSku,
            int quantity,
            UnitCost unitCost,
            Money amount) {
        static InvoiceLine of(Invoice.Line line) {
            return new InvoiceLine(
                    line.line(),
                    line.shipment(),
                    line.shipmentLine(),
                    line.sku(),
                    line.vendorSku(),
                    line.quantity(),
                    line.unitCost(),
                    line.amount());
        }
    }

    static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.number().toString(),
                invoice.vendor(),
                invoice.about().per(),
                invoice.about().shipment(),
                invoice.about().from(),
                invoice.about().to(),
                invoice.issuedAt(),
                invoice.dueAt(),
                invoice.total().currency().getCurrencyCode(),
                invoice.lines().stream().map(InvoiceLine::of).toList(),
                invoice.amounts().subtotal(),
                invoice.amounts().allowance(),
                invoice.amounts().tax(),
                invoice.total());
    }

    static InvoiceNumber number(String text) {
        return InvoiceNumber.find(text).orElseThrow(Declined::notFound);
    }

    /** The key of a row in a list, and back. */
    static List<String> key(Invoice invoice) {
        return List.of(invoice.number().toString());
    }

    static InvoiceNumber cursor(List<String> key) {
        return InvoiceNumber.find(key.getFirst())
                .orElseThrow(() -> new IllegalArgumentException("not the number of an invoice"));
    }
}
