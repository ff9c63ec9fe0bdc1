package io.braid.api;

import io.braid.invoice.Invoice;
import io.braid.invoice.InvoiceNumber;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;

/** An invoice as the API shows it, to the operator and to its vendor alike. */
record InvoiceView(
        String number,
        VendorCode vendor,
        ShipmentNumber shipment,
        Instant issuedAt,
        Instant dueAt,
        String currency,
        List<Line> lines,
        Money total) {
    record Line(int line, Sku sku, String vendorSku, int quantity, UnitCost unitCost, Money amount) {
        static Line of(Invoice.Line line) {
            return new Line(line.line(), line.sku(), line.vendorSku(), line.quantity(), line.unitCost(), line.amount());
        }
    }

    static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.number().toString(),
                invoice.vendor(),
                invoice.shipment(),
                invoice.issuedAt(),
                invoice.dueAt(),
                invoice.total().currency().getCurrencyCode(),
                invoice.lines().stream().map(Line::of).toList(),
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
