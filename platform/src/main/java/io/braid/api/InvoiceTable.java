package io.braid.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.braid.invoice.CreditNote;
import io.braid.invoice.Exported;
import io.braid.invoice.Invoice;
import io.braid.kernel.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Invoices and notes as a table for an ERP: a row per invoice line, a row per note. Once per document, the totals add
 * up to what vendors are owed: those of credit notes are below zero.
 */
final class InvoiceTable {
    private static final String[] COLUMNS = {
        "place",
        "kind",
        "number",
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
        "amount",
        "invoice",
        "deduction",
        "reason"
    };
    /** What a spreadsheet would take for a formula; such a cell gets an apostrophe in front. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private InvoiceTable() {}

    static ResponseEntity<String> csv(List<Exported> documents, long after) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            for (Exported exported : documents) {
                rows(exported).forEach(csv::writeRecord);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        long next = documents.isEmpty() ? after : documents.getLast().place();
        return ResponseEntity.ok()
                .header("Next-After", Long.toString(next))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out.toString());
    }

    private static List<List<String>> rows(Exported exported) {
        return switch (exported) {
            case Exported.OfInvoice(long place, Invoice invoice) ->
                invoice.lines().stream().map(line -> row(place, invoice, line)).toList();
            case Exported.OfNote of -> List.of(row(of));
        };
    }

    private static List<String> row(long place, Invoice invoice, Invoice.Line line) {
        return List.of(
                Long.toString(place),
                "INVOICE",
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
                line.amount().text(),
                invoice.number().toString(),
                "",
                "");
    }

    private static List<String> row(Exported.OfNote exported) {
        CreditNote note = exported.note();
        Money none = Money.zero(note.amount().currency());
        Money owed = switch (note.direction()) {
            case CREDIT -> none.minus(note.amount());
            case DEBIT -> note.amount();
        };
        return List.of(
                Long.toString(exported.place()),
                note.direction() + "_NOTE",
                note.number(),
                note.vendor().text(),
                note.issuedAt().toString(),
                "",
                note.amount().currency().getCurrencyCode(),
                owed.text(),
                none.text(),
                none.text(),
                owed.text(),
                "1",
                note.shipment().toString(),
                "",
                "",
                "",
                "",
                "",
                owed.text(),
                note.invoice() == null ? "" : note.invoice().toString(),
                exported.deduction() == null ? "" : exported.deduction().name(),
                harmless(note.reason()));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
