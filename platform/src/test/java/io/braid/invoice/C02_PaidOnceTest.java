package io.braid.invoice;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What left is paid once, under the terms it left under; a vendor's wrong invoice does not stand in its own way. */
class C02_PaidOnceTest {
    /** Of its own: every sum of the whole database is checked. */
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private MugTrade trade = new MugTrade(braid, "6.66");

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void a_vendor_that_sells_mugs_at_six_sixty_six() {
        trade = new MugTrade(braid, "6.66");
    }

    @AfterEach
    void every_sum_holds() {
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    private static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/type")).endsWith("/" + problem);
    }

    @Test
    void what_has_not_left_is_not_approved_and_after_it_left_the_approval_adds_nothing() {
        String shipment = trade.ordered(10);
        Answer early = trade.send(trade.bill("W-1", shipment, 10, "6.66", "66.60"));
        assertThat(early.json().at("/differences").findValuesAsString("kind")).containsExactly("QUANTITY");

        refused(trade.approve(early), 409, "units-not-shipped");
        trade.ship(shipment, 10);
        Answer approved = done(trade.approve(early));

        assertThat(approved.text("/state")).isEqualTo("APPROVED");
        assertThat(approved.json().at("/creditNote").isNull()).isTrue();
        assertThat(trade.notes()).as("the invoice says it all").isEmpty();
        assertThat(trade.invoicesOf(shipment).at("/0/total/amount").asString()).isEqualTo("66.60");
    }

    @Test
    void the_sums_show_a_note_for_what_our_invoice_says_too() {
        String shipment = trade.ordered(10);
        Answer early = trade.send(trade.bill("W-1", shipment, 10, "6.66", "66.60"));
        trade.ship(shipment, 10);
        done(trade.approve(early));
        JdbcClient owner = JdbcClient.create(braid.database().owner());
        owner.sql("""
            insert into credit_note (number, vendor, vendor_number, direction, order_number, shipment, reason,
                amount, currency, issued_at, issued_by)
            select 'CN-TWICE', vendor, 1, 'DEBIT', order_number, shipment, 'twice', total, currency,
                   received_at, 'test'
              from received_invoice where id = :id::uuid\
            """).param("id", early.text("/id")).update();
        owner.sql("update received_invoice set credit_note = 'CN-TWICE' where id = :id::uuid")
                .param("id", early.text("/id"))
                .update();

        Finding twice = finding();

        owner.sql("update received_invoice set credit_note = null where id = :id::uuid")
                .param("id", early.text("/id"))
                .update();
        owner.sql("delete from credit_note where number = 'CN-TWICE'").update();
        assertThat(twice.offences()).singleElement().satisfies(offence -> {
            assertThat(offence.what()).isEqualTo("purchase order " + shipment);
            assertThat(offence.found()).isEqualTo("66.6 USD");
        });
    }

    private static Finding finding() {
        return braid.bean(Invariants.class).check().stream()
                .filter(finding -> finding.toString().startsWith("I25"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_wrong_invoice_does_not_stand_in_the_way_of_its_correction() {
        String shipment = trade.ordered(5);
        trade.ship(shipment, 5);
        Answer wrong = trade.send(trade.bill("W-1", shipment, 5, "8.00", "40.00"));

        Answer right = trade.send(trade.bill("W-2", shipment, 5, "6.66", "33.30"));

        assertThat(right.text("/state")).as(right.body()).isEqualTo("MATCHED");
        refused(trade.approve(wrong), 409, "units-not-shipped");
        done(trade.reject(wrong));
        Answer third = trade.send(trade.bill("W-3", shipment, 5, "6.66", "33.30"));
        assertThat(third.text("/differences/0/expected")).isEqualTo("0 shipped and not yet invoiced by the vendor");
    }

    @Test
    void the_vendor_withdraws_or_replaces_what_nobody_has_decided() {
        String shipment = trade.ordered(5);
        trade.ship(shipment, 5);
        String foreign = trade.world.vendorKey(trade.world.vendor("bolt"));
        Answer first = trade.send(trade.bill("W-1", shipment, 5, "8.00", "40.00"));
        assertThat(trade.withdraw(first, foreign).status()).isEqualTo(404);

        assertThat(done(trade.withdraw(first, trade.key)).text("/state")).isEqualTo("WITHDRAWN");

        refused(trade.withdraw(first, trade.key), 409, "already-decided");
        refused(trade.approve(first), 409, "already-decided");
        Answer second = trade.send(trade.bill("W-2", shipment, 5, "7.00", "35.00"));
        Map<String, Object> third = new LinkedHashMap<>(trade.bill("W-3", shipment, 5, "6.66", "33.30"));
        third.put("replaces", "W-9");
        refused(trade.send(third), 422, "unknown-replaced-invoice");
        third.put("replaces", "W-2");
        assertThat(trade.send(third).text("/state")).isEqualTo("MATCHED");
        Answer replaced = braid.get("/api/v1/received-invoices/" + second.text("/id"));
        assertThat(replaced.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(replaced.text("/comment")).isEqualTo("replaced by W-3");
        assertThat(trade.send(third).text("/number")).as("the same again").isEqualTo("W-3");
        third.put("number", "W-4");
        third.put("replaces", "W-3");
        refused(trade.send(third), 409, "already-decided");
    }

    @Test
    void matches_are_counted_against_rejections_and_lead_to_their_purchase_orders() {
        String good = trade.ordered(1);
        String bad = trade.ordered(1);
        String mended = trade.ordered(1);
        List.of(good, bad, mended).forEach(shipment -> trade.ship(shipment, 1));
        trade.send(trade.bill("G-1", good, 1, "6.66", "6.66"));
        done(trade.reject(trade.send(trade.bill("B-1", bad, 1, "9.99", "9.99"))));
        done(trade.withdraw(trade.send(trade.bill("M-1", mended, 1, "7.77", "7.77")), trade.key));
        done(trade.approve(trade.send(trade.bill("M-2", mended, 1, "6.00", "6.00"))));
        trade.send(trade.bill("O-1", mended, 1, "7.00", "7.00"));
        braid.clock().turn(Duration.ofSeconds(1));

        JsonNode card = done(braid.get("/api/v1/vendor/scorecard", trade.key)).json();

        JsonNode metric = card.at("/metrics")
                .valueStream()
                .filter(m -> m.path("metric").asString().equals("INVOICE_MATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(metric.path("good").asInt() + " of " + metric.path("counted").asInt())
                .isEqualTo("1 of 2");
        assertThat(behind("/api/v1/vendor/scorecard", "", trade.key)).containsExactly(bad);
        assertThat(behind("/api/v1/vendors/" + trade.acme + "/scorecard", "&side=GOOD", BraidUnderTest.OPERATOR_KEY))
                .containsExactly(good);
    }

    private static List<String> behind(String path, String side, String key) {
        return done(braid.get(path + "/shipments?metric=INVOICE_MATCH" + side, key))
                .json()
                .at("/items")
                .findValuesAsString("shipmentNumber");
    }

    @Test
    void a_vendors_invoice_is_compared_under_the_terms_of_ours() {
        String shipment = trade.ordered(5);
        trade.ship(shipment, 5);
        trade.terms("NOTICE", Map.of("allowancePercent", "10"));

        Answer sent = trade.send(trade.bill("T-1", shipment, 5, "6.66", "33.30"));

        assertThat(sent.text("/state")).as(sent.body()).isEqualTo("MATCHED");
        String later = trade.ordered(5);
        trade.ship(later, 5);
        Answer over = trade.send(trade.bill("T-2", later, 5, "6.66", "33.30"));
        assertThat(over.text("/differences/0/expected")).isEqualTo("29.97 USD");
        assertThat(done(trade.approve(over)).text("/creditNote")).startsWith("CN-");
        assertThat(trade.notes().at("/0/amount/amount").asString()).isEqualTo("3.33");
    }

    @Test
    void new_terms_hold_for_what_ships_from_then_on() {
        trade.terms("SHIPMENT", Map.of());
        String shipment = trade.ordered(4);
        trade.ship(shipment, 3);
        trade.terms("SHIPMENT", Map.of("allowancePercent", "50", "paymentDays", 90));
        trade.ship(shipment, 1);

        trade.theJobRunsAt(braid.clock().instant());

        JsonNode invoices = trade.invoicesOf(shipment);
        assertThat(invoices.valueStream().map(i -> i.at("/total/amount").asString()))
                .containsExactly("19.98", "3.33");
        assertThat(invoices.valueStream().map(i -> i.at("/dueAt").asString().substring(0, 10)))
                .containsExactly("2027-01-07", "2027-02-21");
    }

    @Test
    void what_waits_for_its_week_waits_for_it_whatever_is_agreed_meanwhile() {
        trade.terms("WEEK", Map.of());
        String shipment = trade.ordered(2);
        trade.ship(shipment, 1);
        trade.terms("NOTICE", Map.of());
        trade.ship(shipment, 1);
        trade.theJobRunsAt(braid.clock().instant());
        assertThat(trade.invoicesOf(shipment).findValuesAsString("billedPer")).containsExactly("NOTICE");

        trade.theJobRunsAt(Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(trade.invoicesOf(shipment).findValuesAsString("billedPer")).containsExactly("NOTICE", "WEEK");
    }

    @Test
    void two_notices_may_be_rounded_each_or_as_one() {
        MugTrade fine = new MugTrade(braid, "3.3333");
        String each = fine.ordered(2);
        fine.ship(each, 1);
        fine.ship(each, 1);
        String once = fine.ordered(2);
        fine.ship(once, 1);
        fine.ship(once, 1);

        assertThat(fine.send(fine.bill("R-1", each, 2, "3.3333", "6.66")).text("/state"))
                .isEqualTo("MATCHED");
        assertThat(fine.send(fine.bill("R-2", once, 2, "3.3333", "6.67")).text("/state"))
                .isEqualTo("MATCHED");
    }

    @Test
    void a_number_is_the_same_with_spaces_around_it_and_a_total_has_the_places_of_its_currency() {
        String shipment = trade.ordered(1);
        trade.ship(shipment, 1);

        Answer sent = trade.send(trade.bill(" V-2 ", shipment, 1, "6.66", "6.66"));
        Answer fine = trade.send(trade.bill("V-3", shipment, 1, "6.665", "6.665"));

        assertThat(sent.text("/number")).isEqualTo("V-2");
        assertThat(trade.send(trade.bill("V-2", shipment, 1, "6.66", "6.66")).text("/id"))
                .isEqualTo(sent.text("/id"));
        assertThat(fine.status()).isEqualTo(422);
        assertThat(fine.text("/errors/0/pointer")).isEqualTo("/total/amount");
    }
}
