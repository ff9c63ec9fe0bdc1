package io.braid.invoice;

import static io.braid._support.World.done;
import static io.braid._support.World.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.fulfillment.Performance;
import io.braid.fulfillment.VendorFigures;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a vendor is owed: by its terms, compared with what it asks for itself, less what was agreed to be deducted. */
class C01_OwedAsAgreedTest {
    /** Of its own: every sum of the whole database is checked. */
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private final World world = World.in(braid);
    private String mug = "";
    private String acme = "";
    private String key = "";
    private String foreignKey = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void a_vendor_that_sells_mugs_at_seven_twenty_five() {
        mug = world.product("MUG");
        acme = world.vendor("acme");
        String location = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(location, mug, 1_000);
        key = world.vendorKey(acme);
        foreignKey = world.vendorKey(world.vendor("bolt"));
    }

    private void terms(String billedPer, Map<String, ?> more) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of("billedPer", billedPer, "paymentDays", 45));
        terms.putAll(more);
        done(braid.put("/api/v1/vendors/" + acme + "/terms", terms));
    }

    private String ordered(int units) {
        return world.place(mug, units).text("/shipments/0/shipmentNumber");
    }

    private Answer ship(String shipment, int units) {
        Map<String, Object> box = Map.of(
                "carrier",
                "UPS",
                "service",
                "GROUND",
                "trackingNumber",
                "1Z999",
                "lines",
                List.of(Map.of("line", 1, "quantity", units)));
        return done(braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/ship-notices", Map.of("packages", List.of(box)), key));
    }

    private Answer invoicesOf(String shipment) {
        return braid.get("/api/v1/invoices?shipment=" + shipment);
    }

    private void theJobRunsAt(Instant at) {
        Deed deed = new Deed(new Deed.Actor("SYSTEM", "test"), at, "SYSTEM", "test");
        braid.bean(WaitingNotices.class).invoiceDue(deed);
        braid.bean(Deductions.class).acceptUndisputed(deed);
    }

    private Performance.Period today() {
        Instant now = braid.clock().instant();
        return new Performance.Period(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), now);
    }

    private Answer send(String number, String shipment, int units, String cost, String total) {
        return braid.post(
                "/api/v1/vendor/sent-invoices",
                Map.of(
                        "number",
                        number,
                        "shipment",
                        shipment,
                        "date",
                        "2026-11-24",
                        "total",
                        usd(total),
                        "lines",
                        List.of(Map.of("line", 1, "quantity", units, "unitCost", usd(cost)))),
                key);
    }

    @Test
    void allowance_and_tax_are_those_of_the_terms_and_the_sums_hold() {
        terms("NOTICE", Map.of("allowancePercent", "2", "taxPercent", "8.25"));
        String shipment = ordered(3);
        ship(shipment, 3);

        Answer invoice = invoicesOf(shipment);

        assertThat(invoice.text("/items/0/subtotal/amount")).isEqualTo("21.75");
        assertThat(invoice.text("/items/0/allowance/amount")).isEqualTo("0.44");
        assertThat(invoice.text("/items/0/tax/amount")).isEqualTo("1.76");
        assertThat(invoice.text("/items/0/total/amount")).isEqualTo("23.07");
        assertThat(invoice.text("/items/0/dueAt")).startsWith("2027-01-07");
    }

    @Test
    void billed_per_shipment_two_notices_make_one_invoice_once_nothing_is_left() {
        terms("SHIPMENT", Map.of());
        String shipment = ordered(5);
        ship(shipment, 2);
        theJobRunsAt(braid.clock().instant());
        assertThat(invoicesOf(shipment).json().at("/items")).isEmpty();

        ship(shipment, 3);
        theJobRunsAt(braid.clock().instant());
        theJobRunsAt(braid.clock().instant());

        Answer invoices = invoicesOf(shipment);
        assertThat(invoices.json().at("/items")).hasSize(1);
        assertThat(invoices.json().at("/items/0/lines")).hasSize(2);
        assertThat(invoices.text("/items/0/total/amount")).isEqualTo("36.25");
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    @Test
    void billed_per_month_notices_of_many_orders_make_one_invoice_when_the_month_is_over() {
        terms("MONTH", Map.of());
        String one = ordered(1);
        String two = ordered(2);
        ship(one, 1);
        ship(two, 2);
        theJobRunsAt(Instant.parse("2026-11-30T23:59:59Z"));
        assertThat(invoicesOf(one).json().at("/items")).isEmpty();

        theJobRunsAt(Instant.parse("2026-12-01T00:01:00Z"));

        Answer invoice = invoicesOf(one);
        assertThat(invoice.text("/items/0/periodFrom")).isEqualTo("2026-11-01");
        assertThat(invoice.text("/items/0/periodTo")).isEqualTo("2026-11-30");
        assertThat(invoice.text("/items/0/total/amount")).isEqualTo("21.75");
        assertThat(invoicesOf(two).text("/items/0/number")).isEqualTo(invoice.text("/items/0/number"));
        assertThat(braid.get("/api/v1/journal?subject=invoice:" + invoice.text("/items/0/number"))
                        .text("/items/0/type"))
                .isEqualTo("InvoiceIssued");
    }

    @Test
    void the_page_to_print_shows_the_agreed_cost_and_no_selling_price_and_belongs_to_its_vendor() throws Exception {
        String shipment = ordered(2);
        ship(shipment, 2);
        String number = invoicesOf(shipment).text("/items/0/number");

        byte[] page = braid.bytes("/api/v1/vendor/invoices/" + number + ".pdf", key);

        try (PDDocument document = Loader.loadPDF(page)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(number, "7.25", "14.50", shipment)
                    .doesNotContain("14.00", "28.00", "Shopper");
        }
        assertThat(braid.get("/api/v1/vendor/invoices/" + number + ".pdf", foreignKey)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_vendors_own_invoice_that_agrees_is_matched_and_the_same_again_is_the_same() {
        String shipment = ordered(2);
        ship(shipment, 2);

        Answer matched = send("A-1", shipment, 2, "7.25", "14.50");
        Answer again = send("A-1", shipment, 2, "7.25", "14.50");
        Answer other = send("A-1", shipment, 2, "7.25", "14.51");

        assertThat(matched.text("/state")).isEqualTo("MATCHED");
        assertThat(again.text("/id")).isEqualTo(matched.text("/id"));
        assertThat(braid.bean(MatchFigures.class)
                        .tallies(new VendorCode(acme), today())
                        .get(new VendorCode(acme)))
                .isEqualTo(new VendorFigures.Tally(1, 1));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/type")).endsWith("/duplicate-invoice-number");
    }

    @Test
    void what_differs_waits_for_a_person_and_is_never_corrected() {
        String shipment = ordered(4);
        ship(shipment, 3);
        assertThat(send("B-0", shipment, 4, "7.50", "31.00")
                        .json()
                        .at("/differences")
                        .findValuesAsString("kind"))
                .containsExactly("UNIT_COST", "QUANTITY", "TOTAL");

        Answer sent = send("B-1", shipment, 3, "7.50", "23.50");

        assertThat(sent.text("/state")).isEqualTo("EXCEPTION");
        assertThat(sent.json().at("/differences").findValuesAsString("kind")).containsExactly("UNIT_COST", "TOTAL");
        String id = sent.text("/id");
        assertThat(braid.post("/api/v1/received-invoices/" + id + "/approval", Map.of())
                        .status())
                .isEqualTo(422);

        Answer approved = done(braid.post(
                "/api/v1/received-invoices/" + id + "/approval",
                Map.of("comment", "agreed by telephone", "expectedVersion", 1)));

        assertThat(approved.text("/state")).isEqualTo("APPROVED");
        Answer notes = braid.get("/api/v1/vendor/credit-notes", key);
        assertThat(notes.text("/items/0/direction")).isEqualTo("DEBIT");
        assertThat(notes.text("/items/0/amount/amount")).isEqualTo("1.75");
        assertThat(invoicesOf(shipment).text("/items/0/total/amount")).isEqualTo("21.75");
        assertThat(braid.post("/api/v1/received-invoices/" + id + "/rejection", Map.of("comment", "no, after all"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_same_units_asked_for_twice_at_once_match_once() throws Exception {
        String shipment = ordered(2);
        ship(shipment, 2);
        List<Callable<String>> senders = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<String>)
                        () -> send("D-" + i, shipment, 2, "7.25", "14.50").text("/state"))
                .toList();

        List<String> states;
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            states = eight.invokeAll(senders).stream().map(f -> f.resultNow()).toList();
        }

        assertThat(states).filteredOn("MATCHED"::equals).hasSize(1);
    }

    @Test
    void a_late_shipment_is_deducted_as_agreed_unless_disputed() {
        terms("NOTICE", Map.of("latePercent", "10", "canceledPercent", "50", "mislabeledAmount", "5"));
        String shipment = ordered(4);
        done(braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 2, "reason", "SHORT_STOCK"))),
                key));
        ship(shipment, 1);
        done(braid.post("/api/v1/deductions", Map.of("shipment", shipment, "evidence", "label unreadable, photo 12")));

        Answer proposed = braid.get("/api/v1/vendor/deductions", key);

        assertThat(proposed.json().at("/items").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("CANCELED_UNITS", "MISLABELED");
        JsonNode canceled = proposed.json()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("CANCELED_UNITS"))
                .findFirst()
                .orElseThrow();
        assertThat(canceled.at("/amount/amount").asString()).isEqualTo("7.25");
        assertThat(canceled.path("evidence").asString()).contains("2 units", shipment + "-C1");
        String id = canceled.path("id").asString();
        assertThat(braid.post("/api/v1/vendor/deductions/" + id + "/disputes", Map.of("reason", "it"), foreignKey)
                        .status())
                .isEqualTo(404);
        done(braid.post("/api/v1/vendor/deductions/" + id + "/disputes", Map.of("reason", "flood in the hall"), key));

        theJobRunsAt(braid.clock().instant().plus(Duration.ofDays(15)));

        Answer settled = braid.get("/api/v1/vendor/deductions", key);
        assertThat(settled.json().at("/items").findValuesAsString("state"))
                .containsExactlyInAnyOrder("DISPUTED", "ACCEPTED");
        assertThat(braid.get("/api/v1/vendor/credit-notes", key).text("/items/0/amount/amount"))
                .isEqualTo("5.00");
        assertThat(done(braid.post("/api/v1/deductions/" + id + "/waiver", Map.of("comment", "act of nature")))
                        .text("/state"))
                .isEqualTo("WAIVED");
        assertThat(braid.get("/api/v1/deductions?vendor=" + acme + "&state=PROPOSED")
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void terms_that_cannot_be_are_refused_with_their_place() {
        Answer refused = braid.put(
                "/api/v1/vendors/" + acme + "/terms",
                Map.of("billedPer", "YEAR", "paymentDays", 400, "taxPercent", "101", "latePercent", "1e3"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/billedPer", "/paymentDays", "/taxPercent", "/latePercent");
        terms("NOTICE", Map.of());
        Answer stale = braid.put(
                "/api/v1/vendors/" + acme + "/terms",
                Map.of("billedPer", "NOTICE", "paymentDays", 1, "expectedVersion", 0));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(braid.get("/api/v1/vendors/nobody/terms").status()).isEqualTo(404);
    }
}
