package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.invoice.Deduction;
import io.braid.invoice.DeductionQuery;
import io.braid.invoice.Deductions;
import io.braid.journal.Deed;
import java.util.OptionalInt;
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

/** What is held against one vendor, as that vendor sees it, and its disputes. */
@RestController
@RequestMapping("/api/v1/vendor/deductions")
final class VendorDeductionsHttp {
    private static final int REASON_MAX = 1_000;

    private final Deductions deductions;

    VendorDeductionsHttp(Deductions deductions) {
        this.deductions = deductions;
    }

    record DisputeBody(@Nullable String reason) {}

    @GetMapping
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    Page<DeductionView> list(Paging paging, Caller caller, @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        Deduction.State wanted = faults.optionalChoice("/state", state, Deduction.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        DeductionQuery query = new DeductionQuery(null, wanted, after, paging.fetch());
        return paging.page(
                deductions.listDeductions(caller.vendorScope(), query), DeductionView::of, DeductionView::key);
    }

    @GetMapping("/{id}")
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    ResponseEntity<DeductionView> read(@PathVariable String id, Caller caller) {
        Deduction found =
                deductions.findDeduction(caller.vendorScope(), Paths.id(id)).orElseThrow(Declined::notFound);
        return Answers.versioned(DeductionView.of(found), found.version());
    }

    record AgreementBody(@Nullable Integer expectedVersion) {}

    /** The vendor lets it stand: it becomes a credit note at once. */
    @PostMapping("/{id}/agreement")
    @Needs(value = "invoices:write", audience = Audience.VENDOR)
    ResponseEntity<DeductionView> agree(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable AgreementBody body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        OptionalInt expected = ifMatch.or(body == null ? null : body.expectedVersion());
        Deduction agreed = Answers.of(deductions.agree(caller.vendorScope(), deed, Paths.id(id), expected));
        return Answers.versioned(DeductionView.of(agreed), agreed.version());
    }

    /** From then on a person of the operator decides. */
    @PostMapping("/{id}/disputes")
    @Needs(value = "invoices:write", audience = Audience.VENDOR)
    ResponseEntity<DeductionView> dispute(
            @PathVariable String id, @RequestBody DisputeBody body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String reason = faults.text("/reason", body.reason(), REASON_MAX);
        faults.refuseIfAny();
        Deduction disputed =
                Answers.of(deductions.dispute(caller.vendorScope(), deed, Paths.id(id), Faults.known(reason)));
        return Answers.versioned(DeductionView.of(disputed), disputed.version());
    }
}
