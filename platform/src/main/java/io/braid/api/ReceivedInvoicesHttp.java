package io.braid.api;

import io.braid.invoice.ReceivedInvoice;
import io.braid.invoice.ReceivedInvoices;
import io.braid.invoice.ReceivedQuery;
import io.braid.journal.Deed;
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

/** Invoices that vendors wrote themselves, and the decisions about those that differ. */
@RestController
@RequestMapping("/api/v1/received-invoices")
final class ReceivedInvoicesHttp {
    private static final int COMMENT_MAX = 1_000;

    private final ReceivedInvoices received;

    ReceivedInvoicesHttp(ReceivedInvoices received) {
        this.received = received;
    }

    record RulingBody(@Nullable String comment, @Nullable Integer expectedVersion) {}

    @GetMapping
    @Needs("invoices:read")
    Page<ReceivedInvoiceView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        VendorCode of = faults.optional("/vendor", vendor, VendorCode::new);
        ReceivedInvoice.State wanted = faults.optionalChoice("/state", state, ReceivedInvoice.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        return paging.page(
                received.listReceived(new ReceivedQuery(of, wanted, after, paging.fetch())),
                ReceivedInvoiceView::of,
                ReceivedInvoiceView::key);
    }

    @GetMapping("/{id}")
    @Needs("invoices:read")
    ResponseEntity<ReceivedInvoiceView> read(@PathVariable String id) {
        ReceivedInvoice found = received.findReceived(Paths.id(id)).orElseThrow(Declined::notFound);
        return Answers.versioned(ReceivedInvoiceView.of(found), found.version());
    }

    /** What differs is settled by a credit or debit note; our own invoice stays as it is. */
    @PostMapping("/{id}/approval")
    @Needs("invoices:write")
    ResponseEntity<ReceivedInvoiceView> approve(
            @PathVariable String id, @RequestBody RulingBody body, IfMatch ifMatch, Deed deed) {
        String comment = comment(body);
        ReceivedInvoice ruled =
                Answers.of(received.approve(deed, Paths.id(id), comment, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(ReceivedInvoiceView.of(ruled), ruled.version());
    }

    /** Nothing is owed because of it. */
    @PostMapping("/{id}/rejection")
    @Needs("invoices:write")
    ResponseEntity<ReceivedInvoiceView> reject(
            @PathVariable String id, @RequestBody RulingBody body, IfMatch ifMatch, Deed deed) {
        String comment = comment(body);
        ReceivedInvoice ruled =
                Answers.of(received.reject(deed, Paths.id(id), comment, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(ReceivedInvoiceView.of(ruled), ruled.version());
    }

    /** A decision is taken with a reason; it is shown to the vendor. */
    private static String comment(RulingBody body) {
        Faults faults = new Faults();
        String comment = faults.text("/comment", body.comment(), COMMENT_MAX);
        faults.refuseIfAny();
        return Faults.known(comment);
    }
}
