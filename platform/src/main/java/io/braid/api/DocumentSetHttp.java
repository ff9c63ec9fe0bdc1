package io.braid.api;

import io.braid.journal.Deed;
import io.braid.vendor.DocumentRequirement;
import io.braid.vendor.DocumentSet;
import io.braid.vendor.Documents;
import io.braid.vendor.VendorDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What all vendors are asked to prove, and what of it waits for a review. */
@RestController
@RequestMapping("/api/v1/vendor-documents")
final class DocumentSetHttp {
    private static final int REQUIREMENTS_MAX = 50;
    private static final int CODE_LENGTH_MAX = 40;
    private static final int TITLE_LENGTH_MAX = 200;
    private static final int INSTRUCTIONS_LENGTH_MAX = 4_000;
    private static final int REMIND_DAYS_STANDARD = 30;
    private static final int REMIND_DAYS_MAX = 365;
    private static final int KEY_PARTS = 2;

    private final Documents documents;
    private final Clock clock;

    DocumentSetHttp(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    record SetBody(
            @Nullable List<@Nullable RequirementBody> requirements,
            @Nullable Integer expectedVersion) {}

    record RequirementBody(
            @Nullable String code,
            @Nullable String title,
            @Nullable String instructions,
            @Nullable Boolean required,
            @Nullable Boolean expires,
            @Nullable Integer remindDays) {}

    @GetMapping("/requirements")
    @Needs("vendors:read")
    ResponseEntity<DocumentSet> requirements() {
        DocumentSet set = documents.documentSet();
        return Answers.versioned(set, set.version());
    }

    /** The whole list, in its order; what is left out is asked for no more. */
    @PutMapping("/requirements")
    @Needs("vendors:write")
    ResponseEntity<DocumentSet> configure(@RequestBody SetBody body, IfMatch ifMatch, Deed deed) {
        List<DocumentRequirement> read = read(body);
        DocumentSet set = Answers.of(documents.configure(deed, read, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(set, set.version());
    }

    private static List<DocumentRequirement> read(SetBody body) {
        Faults faults = new Faults();
        List<@Nullable RequirementBody> given = faults.required("/requirements", body.requirements());
        List<DocumentRequirement> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        if (given != null && given.size() > REQUIREMENTS_MAX) {
            faults.add("/requirements", "has more than " + REQUIREMENTS_MAX + " elements");
        }
        for (int i = 0; given != null && i < given.size() && i < REQUIREMENTS_MAX; i++) {
            RequirementBody one = faults.required("/requirements/" + i, given.get(i));
            DocumentRequirement requirement = one == null ? null : read(faults, "/requirements/" + i, one);
            if (requirement != null && codes.add(requirement.code())) {
                read.add(requirement);
            } else if (requirement != null) {
                faults.add("/requirements/" + i + "/code", "'" + requirement.code() + "' occurs twice");
            }
        }
        faults.refuseIfAny();
        return read;
    }

    private static @Nullable DocumentRequirement read(Faults faults, String at, RequirementBody body) {
        String code = faults.read(at + "/code", body.code(), DocumentSetHttp::code);
        String title = faults.text(at + "/title", body.title(), TITLE_LENGTH_MAX);
        String instructions = faults.text(at + "/instructions", body.instructions(), INSTRUCTIONS_LENGTH_MAX);
        Boolean required = faults.required(at + "/required", body.required());
        Integer days = ItemReading.bounded(faults, at + "/remindDays", body.remindDays(), 0, REMIND_DAYS_MAX);
        return code == null || title == null || instructions == null || required == null
                ? null
                : new DocumentRequirement(
                        code,
                        title,
                        instructions,
                        required,
                        Objects.requireNonNullElse(body.expires(), false),
                        Objects.requireNonNullElse(days, REMIND_DAYS_STANDARD));
    }

    /** It stands in paths and file names. */
    private static String code(String text) {
        if (text.length() > CODE_LENGTH_MAX || !text.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("a code has 1 to " + CODE_LENGTH_MAX
                    + " small letters, digits and hyphens, beginning with a letter or digit");
        }
        return text;
    }

    /** All that waits for the operator, each with the file that waits alone. */
    @GetMapping
    @Needs("vendors:read")
    Page<DocumentView> inReview(Paging paging) {
        List<String> after = paging.after(DocumentSetHttp::key);
        DocumentSet set = documents.documentSet();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<VendorDocument> rows = after == null
                ? documents.listInReview("", "", paging.fetch())
                : documents.listInReview(after.getFirst(), after.getLast(), paging.fetch());
        return paging.page(
                rows,
                row -> DocumentView.of(row, set, today),
                row -> List.of(row.vendor().text(), row.requirement()));
    }

    private static List<String> key(List<String> key) {
        if (key.size() != KEY_PARTS) {
            throw new IllegalArgumentException("not the key of a document");
        }
        return key;
    }
}
