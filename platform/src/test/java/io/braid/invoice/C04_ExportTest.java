package io.braid.invoice;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an ERP reads adds up to what vendors are owed: every document once, in an order that never changes. */
class C04_ExportTest {
    private static final BraidUnderTest braid = BraidUnderTest.shared();

    private final MugTrade trade = new MugTrade(braid, "7.25");
    private final long start = next(braid.get("/api/v1/invoices/export?limit=5000"));

    private static long next(Answer page) {
        return Long.parseLong(page.header("Next-After"));
    }

    private static Answer export(String query) {
        Answer page = braid.get("/api/v1/invoices/export?" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    /** Rows by column; no cell of these stories has a comma. */
    private static List<Map<String, String>> rows(Answer page) {
        List<String> lines = page.body().lines().toList();
        String[] columns = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private String shipped(int units) {
        String shipment = trade.ordered(units);
        trade.ship(shipment, units);
        return shipment;
    }

    private String agreedDeduction(String shipment) {
        String id = done(braid.post("/api/v1/deductions", Map.of("shipment", shipment, "evidence", "photo 12")))
                .text("/id");
        return done(braid.post("/api/v1/vendor/deductions/" + id + "/agreement", "", trade.key))
                .text("/creditNote");
    }

    @Test
    void it_goes_on_where_it_ended_and_holds_every_line_once() {
        String shipment = shipped(1);

        Answer page = export("after=" + start);

        assertThat(rows(page)).hasSize(1);
        assertThat(rows(page).getFirst())
                .containsEntry("kind", "INVOICE")
                .containsEntry("purchaseOrder", shipment)
                .containsEntry("unitCost", "7.25");
        Answer rest = export("after=" + next(page));
        assertThat(rows(rest)).isEmpty();
        assertThat(next(rest)).isEqualTo(next(page));
    }

    @Test
    void notes_and_agreed_deductions_stand_beside_invoices_and_the_totals_are_what_is_owed() {
        trade.terms("NOTICE", Map.of("mislabeledAmount", "5"));
        String shipment = shipped(4);
        String credit = agreedDeduction(shipment);
        Answer dearer = done(trade.send(trade.bill("A-1", shipment, 4, "7.50", "30.00")));
        String debit = done(trade.approve(dearer)).text("/creditNote");

        List<Map<String, String>> rows = rows(export("after=" + start));

        assertThat(rows.stream().map(row -> row.get("kind"))).containsExactly("INVOICE", "CREDIT_NOTE", "DEBIT_NOTE");
        assertThat(rows.get(1))
                .containsEntry("number", credit)
                .containsEntry("purchaseOrder", shipment)
                .containsEntry("deduction", "MISLABELED")
                .containsEntry("total", "-5.00");
        assertThat(rows.get(2))
                .containsEntry("number", debit)
                .containsEntry("invoice", rows.getFirst().get("number"))
                .containsEntry("deduction", "")
                .containsEntry("total", "1.00");
        assertThat(rows.stream().map(row -> new BigDecimal(row.get("total"))).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("29.00 invoiced, 5.00 deducted, 1.00 granted")
                .isEqualByComparingTo("25.00");
    }

    @Test
    void a_small_page_cuts_between_documents_whatever_their_kind() {
        trade.terms("NOTICE", Map.of("mislabeledAmount", "5"));
        agreedDeduction(shipped(1));
        agreedDeduction(shipped(2));

        List<Map<String, String>> whole = rows(export("after=" + start));
        List<Map<String, String>> paged = new ArrayList<>();
        long at = start;
        for (int page = 0; page < 4; page++) {
            Answer one = export("limit=1&after=" + at);
            assertThat(next(one)).isEqualTo(at + 1);
            at = next(one);
            paged.addAll(rows(one));
        }

        assertThat(paged).isEqualTo(whole);
        assertThat(paged.stream().collect(Collectors.groupingBy(row -> row.get("kind"), Collectors.counting())))
                .isEqualTo(Map.of("INVOICE", 2L, "CREDIT_NOTE", 2L));
        assertThat(rows(export("after=" + at))).isEmpty();
    }
}
