package io.braid.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.braid.invoice.Exported;
import io.braid.invoice.Invoice;
import io.braid.invoice.InvoicePdf;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendors;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Invoices as files: a page to print, and a table for an ERP. */
final class InvoiceDocuments {
    private static final String[] COLUMNS = {
        "place",
        "invoice",
        "vendor",
        "issuedAt",
        "dueAt",
        "currency",
        "subtotal",
        "allowance",
        "tax",
        "total",
        "line",
        "purchaseOrder",
        "purchaseOrderLine",
        "sku",
        "vendorSku",
        "quantity",
        "unitCost",
        "amount"
    };
    /** What a spreadsheet would take for a formula; such a cell gets an apostrophe in front. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private InvoiceDocuments() {}

    static ResponseEntity<byte[]> pdf(Invoice invoice, Vendors vendors) {
        String name = vendors.findVendor(invoice.vendor()).map(Vendor::name).orElse("");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + invoice.number() + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(InvoicePdf.of(invoice, name));
    }

    static ResponseEntity<String> csv(List<Exported> invoices, long after) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            for (Exported exported : invoices) {
                for (Invoice.Line line : exported.invoice().lines()) {
                    csv.writeRecord(row(exported, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        long next = invoices.isEmpty() ? after : invoices.getLast().place();
        return ResponseEntity.ok()
                .header("Next-After", Long.toString(next))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out.toString());
    }

    private static List<String> row(Exported exported, Invoice.Line line) {
        Invoice invoice = exported.invoice();
        return List.of(
                Long.toString(exported.place()),
                invoice.number().toString(),
                invoice.vendor().text(),
                invoice.issuedAt().toString(),
                invoice.dueAt().toString(),
                invoice.total().currency().getCurrencyCode(),
                invoice.amounts().subtotal().text(),
                invoice.amounts().allowance().text(),
                invoice.amounts().tax().text(),
                invoice.total().text(),
                Integer.toString(line.line()),
                line.shipment().toString(),
                Integer.toString(line.shipmentLine()),
                harmless(line.sku().text()),
                harmless(line.vendorSku()),
                Integer.toString(line.quantity()),
                line.unitCost().money().text(),
                line.amount().text());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
