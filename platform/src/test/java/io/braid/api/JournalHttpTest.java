package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the journal tells about is found by the name it is told under; a name that cannot be one is refused. */
class JournalHttpTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.shared();

    private final World world = World.in(BRAID);
    private final String mug = world.product("MUG");
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);
    private final String location = world.vendorLocation(acme, "MEM", "38118");

    private static Answer entries(String subject) {
        return BRAID.get("/api/v1/journal?subject=" + subject);
    }

    private static void found(String subject, String type) {
        Answer told = done(entries(subject));
        assertThat(told.json().at("/items").findValuesAsString("subject")).containsOnly(subject);
        assertThat(told.json().at("/items").findValuesAsString("type")).contains(type);
        Answer proof = done(BRAID.get("/api/v1/journal/verification?subject=" + subject));
        assertThat(proof.text("/ok")).isEqualTo("true");
        assertThat(proof.text("/checked"))
                .isEqualTo(Integer.toString(told.json().at("/items").size()));
    }

    private String purchaseOrder() {
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(location, mug, 10);
        return world.place(mug, 2).text("/shipments/0/shipmentNumber");
    }

    @Test
    void what_belongs_to_an_order_is_found_by_its_own_name() {
        String shipment = purchaseOrder();
        String order = shipment.substring(0, shipment.indexOf('-'));
        done(BRAID.put(
                "/api/v1/vendors/" + acme + "/terms",
                Map.of("billedPer", "NOTICE", "paymentDays", 45, "mislabeledAmount", "5")));
        done(BRAID.post("/api/v1/orders/" + order + "/cancellations", ""));
        String amendment = done(BRAID.get("/api/v1/vendor/amendments", key)).text("/items/0/id");
        Map<String, Object> box =
                Map.of("carrier", "UPS", "trackingNumber", "1Z999", "lines", List.of(Map.of("line", 1, "quantity", 2)));
        done(BRAID.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/ship-notices", Map.of("packages", List.of(box)), key));
        String deduction = done(BRAID.post("/api/v1/deductions", Map.of("shipment", shipment, "evidence", "photo 12")))
                .text("/id");
        String note = done(BRAID.post("/api/v1/vendor/deductions/" + deduction + "/agreement", "", key))
                .text("/creditNote");
        String invoice =
                done(BRAID.get("/api/v1/invoices?shipment=" + shipment)).text("/items/0/number");

        found(order, "OrderPlaced");
        found(shipment, "ShipmentOpened");
        found("amendment:" + amendment, "AmendmentRequested");
        found("deduction:" + deduction, "DeductionProposed");
        found("credit-note:" + note, "CreditNoteIssued");
        found("invoice:" + invoice, "InvoiceIssued");
        found("vendor:" + acme, "VendorActivated");
    }

    @Test
    void a_kind_that_the_journal_does_not_know_is_refused_with_those_it_knows() {
        for (String path : List.of("/api/v1/journal?subject=", "/api/v1/journal/verification?subject=")) {
            for (String typo : List.of("no-such-thing:123", "product", "100", "%20")) {
                Answer answer = BRAID.get(path + typo);
                assertThat(answer.status()).as(typo + answer.body()).isEqualTo(422);
                assertThat(answer.body()).contains("\"/subject\"", "credit-note, criteria-table", "order or shipment");
            }
        }
    }

    @Test
    void nothing_is_proved_of_what_the_journal_never_told() {
        for (String absent : List.of("product:NEVER-MADE", "sla:100000014-1", "amendment:" + acme, "999999999999")) {
            Answer proof = BRAID.get("/api/v1/journal/verification?subject=" + absent);
            assertThat(proof.status()).as(absent + proof.body()).isEqualTo(404);
            assertThat(done(entries(absent)).json().at("/items")).isEmpty();
        }
    }
}
