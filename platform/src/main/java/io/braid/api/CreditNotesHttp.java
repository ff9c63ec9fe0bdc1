package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.invoice.CreditNotes;
import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit and debit notes; they come of decisions about invoices and deductions, so they are only read. */
@RestController
@RequestMapping("/api/v1")
final class CreditNotesHttp {
    private final CreditNotes notes;

    CreditNotesHttp(CreditNotes notes) {
        this.notes = notes;
    }

    @GetMapping("/credit-notes")
    @Needs("invoices:read")
    Page<CreditNoteView> list(Paging paging, @RequestParam(required = false) @Nullable String vendor) {
        Faults faults = new Faults();
        VendorCode of = faults.optional("/vendor", vendor, VendorCode::new);
        faults.refuseIfAny();
        return paging.page(
                notes.listNotes(of, paging.after(CreditNoteView::cursor), paging.fetch()),
                CreditNoteView::of,
                CreditNoteView::key);
    }

    @GetMapping("/credit-notes/{number}")
    @Needs("invoices:read")
    CreditNoteView read(@PathVariable String number) {
        return notes.findNote(number).map(CreditNoteView::of).orElseThrow(Declined::notFound);
    }

    @GetMapping("/vendor/credit-notes")
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    Page<CreditNoteView> own(Paging paging, Caller caller) {
        return paging.page(
                notes.listNotes(caller.vendorScope(), paging.after(CreditNoteView::cursor), paging.fetch()),
                CreditNoteView::of,
                CreditNoteView::key);
    }

    @GetMapping("/vendor/credit-notes/{number}")
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    CreditNoteView ownOne(@PathVariable String number, Caller caller) {
        return notes.findNote(caller.vendorScope(), number)
                .map(CreditNoteView::of)
                .orElseThrow(Declined::notFound);
    }
}
