package io.braid.api;

import io.braid.kernel.VendorCode;
import io.braid.vendor.DocumentMessage;
import io.braid.vendor.DocumentRequirement;
import io.braid.vendor.DocumentSet;
import io.braid.vendor.VendorDocument;
import io.braid.vendor.VendorDocument.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for and what was sent, as both sides see it.
 *
 * @param id the requirement's code: a vendor has one document of each
 * @param holds whether a file of it is approved and not over, whatever became of newer ones
 */
record DocumentView(
        VendorCode vendor,
        String id,
        @Nullable String title,
        @Nullable String instructions,
        boolean required,
        boolean expires,
        State state,
        @Nullable String comment,
        boolean holds,
        List<VersionView> versions,
        int version) {
    /** The latest file's state, or why there is none. */
    enum State {
        MISSING,
        SUBMITTED,
        APPROVED,
        REJECTED,
        EXPIRED
    }

    record VersionView(
            int number,
            String name,
            String mediaType,
            int bytes,
            String sha256,
            @Nullable LocalDate expiresOn,
            Instant uploadedAt,
            VendorDocument.State state,
            @Nullable String comment,
            @Nullable Instant reviewedAt) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    version.name(),
                    version.kind().mediaType(),
                    version.bytes(),
                    version.sha256(),
                    version.expiresOn(),
                    version.uploadedAt(),
                    version.state(),
                    version.comment(),
                    version.reviewedAt());
        }
    }

    record Documents(List<DocumentView> items) {}

    /** What is asked for, in its order, then what was once asked for and sent. */
    static Documents all(VendorCode vendor, DocumentSet set, List<VendorDocument> sent, LocalDate today) {
        Map<String, VendorDocument> byCode =
                sent.stream().collect(Collectors.toMap(VendorDocument::requirement, Function.identity()));
        List<DocumentView> views = new ArrayList<>();
        for (DocumentRequirement asked : set.requirements()) {
            VendorDocument document = byCode.remove(asked.code());
            views.add(document == null ? missing(vendor, asked) : of(document, set, today));
        }
        byCode.values().stream()
                .sorted(Comparator.comparing(VendorDocument::requirement))
                .forEach(document -> views.add(of(document, set, today)));
        return new Documents(views);
    }

    static DocumentView of(VendorDocument document, DocumentSet set, LocalDate today) {
        DocumentRequirement asked = set.find(document.requirement()).orElse(null);
        Version latest = document.latest();
        return new DocumentView(
                document.vendor(),
                document.requirement(),
                asked == null ? null : asked.title(),
                asked == null ? null : asked.instructions(),
                asked != null && asked.required(),
                asked != null && asked.expires(),
                state(latest, today),
                latest.comment(),
                document.holdsOn(today),
                document.versions().stream().map(VersionView::of).toList(),
                document.version());
    }

    private static DocumentView missing(VendorCode vendor, DocumentRequirement asked) {
        return new DocumentView(
                vendor,
                asked.code(),
                asked.title(),
                asked.instructions(),
                asked.required(),
                asked.expires(),
                State.MISSING,
                null,
                false,
                List.of(),
                0);
    }

    private static State state(Version latest, LocalDate today) {
        LocalDate end = latest.expiresOn();
        return switch (latest.state()) {
            case APPROVED -> end != null && end.isBefore(today) ? State.EXPIRED : State.APPROVED;
            case REJECTED -> State.REJECTED;
            case SUBMITTED, SUPERSEDED -> State.SUBMITTED;
        };
    }

    record MessageBody(@Nullable String text) {
        private static final int TEXT_LENGTH_MAX = 4_000;

        String read() {
            Faults faults = new Faults();
            String read = faults.text("/text", text, TEXT_LENGTH_MAX);
            faults.refuseIfAny();
            return Faults.known(read);
        }
    }

    static int afterMessage(Paging paging) {
        Integer after = paging.after(key -> Integer.valueOf(key.getFirst()));
        return after == null ? 0 : after;
    }

    static Page<DocumentMessage> messages(Paging paging, List<DocumentMessage> rows) {
        return paging.page(rows, row -> row, row -> List.of(Integer.toString(row.number())));
    }

    /** A number in a path; what is none is not there. */
    static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Declined.notFound();
        }
        return Integer.parseInt(text);
    }
}
