package io.braid.invoice;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is taken off a vendor before it could say no, nor for what it did not do. */
class C03_FairDeductionsTest {
    private static final BraidUnderTest braid = BraidUnderTest.shared();

    private final MugTrade trade = new MugTrade(braid, "7.25");

    private static void refused(Answer answer, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.text("/type")).endsWith("/" + problem);
    }

    private Answer mislabeled(String shipment) {
        return braid.post("/api/v1/deductions", Map.of("shipment", shipment, "evidence", "label unreadable, photo 12"));
    }

    private String proposed() {
        trade.terms("NOTICE", Map.of("mislabeledAmount", "5"));
        String shipment = trade.ordered(1);
        trade.ship(shipment, 1);
        return done(mislabeled(shipment)).text("/id");
    }

    private static Answer accept(String id) {
        return braid.post("/api/v1/deductions/" + id + "/acceptance", Map.of());
    }

    private Answer vendorSays(String id, String what, Object body) {
        return braid.post("/api/v1/vendor/deductions/" + id + "/" + what, body, trade.key);
    }

    @Test
    void the_operator_does_not_accept_what_the_vendor_may_still_dispute() {
        String id = proposed();

        refused(accept(id), "still-disputable");

        assertThat(done(vendorSays(id, "disputes", Map.of("reason", "the label was fine")))
                        .text("/state"))
                .isEqualTo("DISPUTED");
        refused(vendorSays(id, "disputes", Map.of("reason", "once more")), "already-disputed");
        assertThat(done(accept(id)).text("/state")).as("heard, then decided").isEqualTo("ACCEPTED");
        assertThat(trade.notes()).hasSize(1);
    }

    @Test
    void a_vendor_that_agrees_ends_it_at_once() {
        String id = proposed();
        String foreign = trade.world.vendorKey(trade.world.vendor("bolt"));
        assertThat(braid.post("/api/v1/vendor/deductions/" + id + "/agreement", "", foreign)
                        .status())
                .isEqualTo(404);

        Answer agreed = done(vendorSays(id, "agreement", ""));

        assertThat(agreed.text("/state")).isEqualTo("ACCEPTED");
        assertThat(agreed.text("/comment")).isEqualTo("agreed by the vendor");
        assertThat(agreed.text("/creditNote")).startsWith("CN-");
        refused(vendorSays(id, "disputes", Map.of("reason", "changed my mind")), "already-decided");
    }

    @Test
    void what_never_left_had_no_label() {
        trade.terms("NOTICE", Map.of("mislabeledAmount", "5"));
        String shipment = trade.ordered(2);

        refused(mislabeled(shipment), "nothing-shipped");

        trade.ship(shipment, 1);
        done(mislabeled(shipment));
        refused(mislabeled(shipment), "already-deducted");
    }

    @Test
    void units_refused_for_their_price_cost_the_vendor_nothing() {
        trade.terms("NOTICE", Map.of("canceledPercent", "50"));
        trade.acknowledge(trade.ordered(4), 2, "PRICE_DISPUTE");
        assertThat(trade.deductions()).isEmpty();

        trade.acknowledge(trade.ordered(4), 2, "SHORT_STOCK");

        assertThat(trade.deductions().findValuesAsString("kind")).containsExactly("CANCELED_UNITS");
    }
}
