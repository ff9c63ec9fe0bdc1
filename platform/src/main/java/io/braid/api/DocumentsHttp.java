package io.braid.api;

import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.vendor.DocumentMessage;
import io.braid.vendor.DocumentMessage.Side;
import io.braid.vendor.Documents;
import io.braid.vendor.Documents.Reviewed;
import io.braid.vendor.Review;
import io.braid.vendor.VendorDocument;
import io.braid.vendor.Vendors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor sent, as the operator reads it and decides on it. */
@RestController
@RequestMapping("/api/v1/vendors/{code}/documents")
final class DocumentsHttp {
    private final Documents documents;
    private final Vendors vendors;
    private final Clock clock;

    DocumentsHttp(Documents documents, Vendors vendors, Clock clock) {
        this.documents = documents;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The version is the one that was looked at; left out it is the latest. */
    record DocumentReview(
            @Nullable String decision,
            @Nullable String comment,
            @Nullable Integer version) {}

    @GetMapping
    @Needs("vendors:read")
    DocumentView.Documents list(@PathVariable String code) {
        VendorCode vendor = vendors.findVendor(VendorsHttp.path(code))
                .orElseThrow(Declined::notFound)
                .code();
        return DocumentView.all(vendor, documents.documentSet(), documents.listDocuments(vendor), today());
    }

    @GetMapping("/{id}")
    @Needs("vendors:read")
    DocumentView document(@PathVariable String code, @PathVariable String id) {
        return list(code).items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Declined::notFound);
    }

    @GetMapping("/{id}/versions/{number}/content")
    @Needs("vendors:read")
    void content(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            HttpServletResponse response)
            throws IOException {
        int wanted = DocumentView.number(number);
        VendorDocument document = sent(code, id);
        DocumentTransfer.hand(response, document, wanted, part -> documents.part(document.vendor(), id, wanted, part));
    }

    @PostMapping("/{id}/reviews")
    @Needs("vendors:write")
    ResponseEntity<DocumentView> review(
            @PathVariable String code, @PathVariable String id, @RequestBody DocumentReview body, Deed deed) {
        Faults faults = new Faults();
        Review review = ReviewBody.read(faults, body.decision(), body.comment());
        Integer version = ItemReading.bounded(faults, "/version", body.version(), 1, 1_000_000);
        faults.refuseIfAny();
        OptionalInt number = version == null ? OptionalInt.empty() : OptionalInt.of(version);
        Reviewed what = new Reviewed(VendorsHttp.path(code), id, number);
        VendorDocument document = Answers.of(documents.review(deed, what, Faults.known(review)));
        return Answers.versioned(DocumentView.of(document, documents.documentSet(), today()), document.version());
    }

    @GetMapping("/{id}/messages")
    @Needs("vendors:read")
    Page<DocumentMessage> messages(@PathVariable String code, @PathVariable String id, Paging paging) {
        VendorDocument document = sent(code, id);
        return DocumentView.messages(
                paging,
                documents.listMessages(document.vendor(), id, DocumentView.afterMessage(paging), paging.fetch()));
    }

    @PostMapping("/{id}/messages")
    @Needs("vendors:write")
    ResponseEntity<DocumentMessage> say(
            @PathVariable String code, @PathVariable String id, @RequestBody DocumentView.MessageBody body, Deed deed) {
        Reviewed about = new Reviewed(VendorsHttp.path(code), id, OptionalInt.empty());
        return Answers.created(
                "/api/v1/vendors/" + code + "/documents/" + id + "/messages",
                Answers.of(documents.say(deed, about, Side.OPERATOR, body.read())));
    }

    private VendorDocument sent(String code, String id) {
        return documents.findDocument(VendorsHttp.path(code), id).orElseThrow(Declined::notFound);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
