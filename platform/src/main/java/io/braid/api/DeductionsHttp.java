package io.braid.api;

import io.braid.invoice.Deduction;
import io.braid.invoice.DeductionQuery;
import io.braid.invoice.Deductions;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreed deductions: proposed by the shipments' own facts, or here for a wrong label; accepted or waived. */
@RestController
@RequestMapping("/api/v1/deductions")
final class DeductionsHttp {
    private static final int TEXT_MAX = 1_000;

    private final Deductions deductions;

    DeductionsHttp(Deductions deductions) {
        this.deductions = deductions;
    }

    record MislabeledBody(
            @Nullable String shipment, @Nullable String evidence) {}

    record SettlingBody(@Nullable String comment, @Nullable Integer expectedVersion) {}

    @GetMapping
    @Needs("invoices:read")
    Page<DeductionView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        VendorCode of = faults.optional("/vendor", vendor, VendorCode::new);
        Deduction.State wanted = faults.optionalChoice("/state", state, Deduction.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        return paging.page(
                deductions.listDeductions(new DeductionQuery(of, wanted, after, paging.fetch())),
                DeductionView::of,
                DeductionView::key);
    }

    @GetMapping("/{id}")
    @Needs("invoices:read")
    ResponseEntity<DeductionView> read(@PathVariable String id) {
        Deduction found = deductions.findDeduction(Paths.id(id)).orElseThrow(Declined::notFound);
        return Answers.versioned(DeductionView.of(found), found.version());
    }

    /** A shipment that came with a wrong label, at the amount of the vendor's terms. */
    @PostMapping
    @Needs("invoices:write")
    ResponseEntity<DeductionView> mislabeled(@RequestBody MislabeledBody body, Deed deed) {
        Faults faults = new Faults();
        ShipmentNumber shipment = faults.read("/shipment", body.shipment(), ShipmentNumber::parse);
        String evidence = faults.text("/evidence", body.evidence(), TEXT_MAX);
        faults.refuseIfAny();
        Deduction proposed = Answers.of(deductions.mislabeled(deed, Faults.known(shipment), Faults.known(evidence)));
        return Answers.created("/api/v1/deductions/" + proposed.id(), DeductionView.of(proposed), proposed.version());
    }

    @PostMapping("/{id}/acceptance")
    @Needs("invoices:write")
    ResponseEntity<DeductionView> accept(
            @PathVariable String id, @RequestBody SettlingBody body, IfMatch ifMatch, Deed deed) {
        return answer(
                Answers.of(deductions.accept(deed, Paths.id(id), comment(body), ifMatch.or(body.expectedVersion()))));
    }

    @PostMapping("/{id}/waiver")
    @Needs("invoices:write")
    ResponseEntity<DeductionView> waive(
            @PathVariable String id, @RequestBody SettlingBody body, IfMatch ifMatch, Deed deed) {
        return answer(
                Answers.of(deductions.waive(deed, Paths.id(id), comment(body), ifMatch.or(body.expectedVersion()))));
    }

    private static ResponseEntity<DeductionView> answer(Deduction deduction) {
        return Answers.versioned(DeductionView.of(deduction), deduction.version());
    }

    private static @Nullable String comment(SettlingBody body) {
        Faults faults = new Faults();
        String comment = faults.optionalText("/comment", body.comment(), TEXT_MAX);
        faults.refuseIfAny();
        return comment;
    }
}
