package io.braid.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The page shows every character of names and SKUs, or says which one it cannot show. */
class InvoicePdfTest {
    private static byte[] page(String vendorName, String vendorSku) {
        VendorCode acme = new VendorCode("acme");
        ShipmentNumber shipment = ShipmentNumber.parse("100000001-1");
        Money cost = Money.of("7.25", "USD");
        Invoice.Line line = new Invoice.Line(1, shipment, 1, 1, new Sku("MUG"), vendorSku, 2, new UnitCost(cost));
        NoticeTerms terms = new NoticeTerms(acme, BilledPer.NOTICE, 30, BigDecimal.ZERO, BigDecimal.ZERO);
        Instant at = Instant.parse("2026-11-23T17:00:00Z");
        Amounts amounts = Amounts.of(cost.times(2), terms);
        InvoiceNumber number = new InvoiceNumber(acme, 1);
        return InvoicePdf.of(
                new Invoice(number, Invoice.About.notice(shipment, 1), at, at, amounts, List.of(line)), vendorName);
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void latin_greek_and_cyrillic_are_shown_in_a_font_that_the_page_carries() throws IOException {
        byte[] page = page("Łódź Şişe Żółć GmbH", "КРУЖКА-Ω");

        assertThat(text(page)).contains("Łódź Şişe Żółć GmbH", "КРУЖКА-Ω").doesNotContain("[U+");
        try (PDDocument document = Loader.loadPDF(page)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.getName()).contains("LiberationSans");
                assertThat(font.isEmbedded()).isTrue();
            }
        }
        assertThat(page.length).as("only the letters that are used").isLessThan(60_000);
    }

    @Test
    void what_the_font_lacks_is_shown_by_number_and_said() throws IOException {
        assertThat(text(page("陶器 Cups \uD83D\uDE00", "א-1")))
                .contains("[U+9676][U+5668] Cups [U+1F600]", "[U+05D0]-1")
                .contains("cannot show");
    }
}
