package io.braid.invoice;

import io.braid.kernel.Money;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** An invoice as a page to print or to send. It shows what the invoice says and nothing else: no selling price exists
 * where it is made. */
public final class InvoicePdf {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final float MARGIN = 48;
    private static final float[] COLUMNS = {1, 4, 3, 3, 1.5f, 2.5f, 2.5f};

    private final PageFont font = new PageFont();
    private final Font plain = font.plain(9);
    private final Font strong = font.strong(9);
    private final Font title = font.strong(16);
    private final Invoice invoice;
    private final String vendorName;

    private InvoicePdf(Invoice invoice, String vendorName) {
        this.invoice = invoice;
        this.vendorName = vendorName;
    }

    /** The bytes of a PDF, the same content for the same invoice. */
    public static byte[] of(Invoice invoice, String vendorName) {
        return new InvoicePdf(invoice, vendorName).bytes();
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle("Invoice " + invoice.number());
        document.open();
        document.add(new Paragraph("Invoice " + invoice.number(), title));
        document.add(new Paragraph("Vendor: " + font.shown(vendorName) + " (" + invoice.vendor() + ")", plain));
        document.add(new Paragraph(about(), plain));
        document.add(new Paragraph("Issued " + DAY.format(invoice.issuedAt()), plain));
        document.add(new Paragraph("Due " + DAY.format(invoice.dueAt()), plain));
        document.add(new Paragraph(" ", plain));
        document.add(lines());
        document.add(sums());
        if (font.hasReplaced()) {
            document.add(new Paragraph(
                    "Characters that this page cannot show are given by their Unicode numbers, such as [U+4E2D].",
                    plain));
        }
        document.close();
        return out.toByteArray();
    }

    private String about() {
        Invoice.About about = invoice.about();
        return switch (about.per()) {
            case NOTICE -> "Purchase order " + about.shipment() + ", ship notice " + about.notice();
            case SHIPMENT -> "Purchase order " + about.shipment();
            case WEEK, MONTH -> "Ship notices from " + about.from() + " to " + about.to();
        };
    }

    private PdfPTable lines() {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (String head : new String[] {"#", "Purchase order", "SKU", "Vendor SKU", "Units", "Unit cost", "Amount"}) {
            PdfPCell cell = new PdfPCell(new Phrase(head, strong));
            cell.setBackgroundColor(Color.LIGHT_GRAY);
            table.addCell(cell);
        }
        for (Invoice.Line line : invoice.lines()) {
            left(table, String.valueOf(line.line()));
            left(table, line.shipment() + " line " + line.shipmentLine());
            left(table, font.shown(line.sku().text()));
            left(table, font.shown(line.vendorSku()));
            right(table, String.valueOf(line.quantity()), plain);
            right(table, line.unitCost().money().text(), plain);
            right(table, line.amount().text(), plain);
        }
        return table;
    }

    private PdfPTable sums() {
        PdfPTable table = new PdfPTable(2);
        table.setWidthPercentage(40);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        Amounts amounts = invoice.amounts();
        sum(table, "Subtotal", amounts.subtotal(), plain);
        if (amounts.allowance().amount().signum() > 0) {
            sum(table, "Allowance", amounts.allowance(), plain);
        }
        if (amounts.tax().amount().signum() > 0) {
            sum(table, "Tax", amounts.tax(), plain);
        }
        sum(table, "Total", amounts.total(), strong);
        return table;
    }

    private static void sum(PdfPTable table, String name, Money amount, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(name, font));
        cell.setBorder(0);
        table.addCell(cell);
        right(table, amount.text() + " " + amount.currency().getCurrencyCode(), font);
    }

    private void left(PdfPTable table, String text) {
        table.addCell(new PdfPCell(new Phrase(text, plain)));
    }

    private static void right(PdfPTable table, String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(cell);
    }
}
