package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.journal.JournalQuery;
import io.braid.journal.RecordedEntry;
import io.braid.journal.Subject;
import io.braid.journal.Verification;
import io.braid.kernel.OrderNumber;
import io.braid.store.Json;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The immutable log as the operator reads it, and the proof that it still is what was written. */
@RestController
@RequestMapping("/api/v1/journal")
final class JournalHttp {
    private static final int KEY_PARTS = 3;

    private final Journal journal;

    JournalHttp(Journal journal) {
        this.journal = journal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            String subject,
            int seq,
            Instant at,
            Deed.Actor actor,
            String channel,
            String type,
            @Nullable String from,
            @Nullable String to,
            Map<String, Object> data,
            String correlationId,
            String hash) {
        static EntryView of(RecordedEntry entry) {
            return new EntryView(
                    entry.subject().text(),
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.channel(),
                    entry.type(),
                    entry.from(),
                    entry.to(),
                    Json.readMap(entry.data()),
                    entry.correlationId(),
                    HexFormat.of().formatHex(entry.hash()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationView(
            boolean ok,
            long checked,
            @Nullable String brokenAt,
            @Nullable String reason) {
        static VerificationView of(Verification verification) {
            return new VerificationView(
                    verification.ok(), verification.checked(), verification.brokenAt(), verification.reason());
        }
    }

    record Filters(
            @Nullable String subject,
            @Nullable String order,
            @Nullable String actor,
            @Nullable String from,
            @Nullable String to) {}

    @GetMapping
    @Needs("journal:read")
    Page<EntryView> list(Paging paging, @ModelAttribute @ParameterObject Filters filters) {
        List<RecordedEntry> rows = journal.listEntries(query(filters, paging));
        return paging.page(rows, EntryView::of, JournalHttp::key);
    }

    private JournalQuery query(Filters filters, Paging paging) {
        Faults faults = new Faults();
        OrderNumber order = faults.optional("/order", filters.order(), OrderNumber::parse);
        Instant from = faults.optional("/from", filters.from(), FieldReader::instant);
        Instant to = faults.optional("/to", filters.to(), FieldReader::instant);
        Subject subject = faults.optional("/subject", filters.subject(), journal::subject);
        faults.refuseIfAny();
        JournalQuery.Position after = paging.after(JournalHttp::position);
        return new JournalQuery(subject, order, filters.actor(), from, to, after, paging.fetch());
    }

    /** Of a subject that the journal does not have there is nothing to verify: not there, rather than whole. */
    @GetMapping("/verification")
    @Needs("journal:read")
    VerificationView verify(@RequestParam(required = false) @Nullable String subject) {
        Faults faults = new Faults();
        Subject one = faults.optional("/subject", subject, journal::subject);
        faults.refuseIfAny();
        Verification found = journal.verify(one);
        if (one != null && found.checked() == 0) {
            throw Declined.notFound();
        }
        return VerificationView.of(found);
    }

    private static List<String> key(RecordedEntry last) {
        return List.of(Long.toString(last.subject().family()), last.subject().text(), Integer.toString(last.seq()));
    }

    private static JournalQuery.Position position(List<String> key) {
        if (key.size() != KEY_PARTS) {
            throw new IllegalArgumentException("not the key of an entry");
        }
        return new JournalQuery.Position(
                new Subject(Long.parseLong(key.get(0)), key.get(1)), Integer.parseInt(key.get(2)));
    }
}
