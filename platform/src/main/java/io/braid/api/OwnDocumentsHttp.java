package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.journal.Deed;
import io.braid.store.VendorScope;
import io.braid.vendor.DocumentFile;
import io.braid.vendor.DocumentMessage;
import io.braid.vendor.DocumentMessage.Side;
import io.braid.vendor.DocumentSet;
import io.braid.vendor.Documents;
import io.braid.vendor.Upload;
import io.braid.vendor.VendorDocument;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor is asked to prove and what it sent; another's looks like nothing. */
@RestController
@RequestMapping("/api/v1/vendor/documents")
final class OwnDocumentsHttp {
    private final Documents documents;
    private final Clock clock;
    private final DocumentTransfer transfer = new DocumentTransfer();

    OwnDocumentsHttp(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    @Needs(value = "documents:read", audience = Audience.VENDOR)
    DocumentView.Documents list(Caller caller) {
        VendorScope scope = caller.vendorScope();
        return DocumentView.all(scope.vendor(), documents.documentSet(), documents.listDocuments(scope), today());
    }

    @GetMapping("/{id}")
    @Needs(value = "documents:read", audience = Audience.VENDOR)
    DocumentView document(@PathVariable String id, Caller caller) {
        return list(caller).items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Declined::notFound);
    }

    /** The file as the body. 201 for a new one; the very one that waits or was approved is known: 200. */
    @PostMapping("/{id}/versions")
    @Needs(value = "documents:write", audience = Audience.VENDOR)
    @Streaming
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<DocumentView> upload(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String expiresOn,
            HttpServletRequest request,
            Arrival arrival)
            throws IOException {
        Faults faults = new Faults();
        LocalDate end = faults.optional("/expiresOn", expiresOn, FieldReader::date);
        faults.refuseIfAny();
        VendorScope scope = arrival.caller().vendorScope();
        DocumentSet set = documents.documentSet();
        if (set.find(id).isEmpty()) {
            throw Declined.notFound();
        }
        DocumentFile file = transfer.take(request, name);
        Upload upload = new Upload(id, file, end);
        Documents.Taken taken = Answers.of(documents.upload(arrival.deed(), scope.vendor(), upload));
        VendorDocument document = taken.document();
        DocumentView view = DocumentView.of(document, set, today());
        return switch (taken.novelty()) {
            case NEW -> Answers.created("/api/v1/vendor/documents/" + id, view, document.version());
            case REPEATED -> Answers.versioned(view, document.version());
        };
    }

    @GetMapping("/{id}/versions/{number}/content")
    @Needs(value = "documents:read", audience = Audience.VENDOR)
    void content(@PathVariable String id, @PathVariable String number, Caller caller, HttpServletResponse response)
            throws IOException {
        int wanted = DocumentView.number(number);
        VendorScope scope = caller.vendorScope();
        DocumentTransfer.hand(response, sent(scope, id), wanted, part -> documents.part(scope, id, wanted, part));
    }

    @GetMapping("/{id}/messages")
    @Needs(value = "documents:read", audience = Audience.VENDOR)
    Page<DocumentMessage> messages(@PathVariable String id, Caller caller, Paging paging) {
        VendorScope scope = caller.vendorScope();
        sent(scope, id);
        return DocumentView.messages(
                paging, documents.listMessages(scope, id, DocumentView.afterMessage(paging), paging.fetch()));
    }

    @PostMapping("/{id}/messages")
    @Needs(value = "documents:write", audience = Audience.VENDOR)
    ResponseEntity<DocumentMessage> say(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody DocumentView.MessageBody body,
            Caller caller,
            Deed deed) {
        Documents.Reviewed about = new Documents.Reviewed(caller.vendorScope().vendor(), id, OptionalInt.empty());
        return Answers.created(
                "/api/v1/vendor/documents/" + id + "/messages",
                Answers.of(documents.say(deed, about, Side.VENDOR, body.read())));
    }

    private VendorDocument sent(VendorScope scope, String id) {
        List<VendorDocument> own = documents.listDocuments(scope);
        return own.stream()
                .filter(one -> one.requirement().equals(id))
                .findFirst()
                .orElseThrow(Declined::notFound);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
