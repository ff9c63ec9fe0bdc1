package io.braid.sourcing;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.sourcing.Amendment.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Amendments as the journal tells them: without what they ask for, because an address stands in its row alone. */
final class AmendmentJournal {
    private final Journal journal;

    AmendmentJournal(Journal journal) {
        this.journal = journal;
    }

    void requested(Deed deed, Amendment asked) {
        Entry entry = new Entry(
                subject(asked),
                asked.version(),
                "AmendmentRequested",
                null,
                asked.state().name(),
                data(asked));
        journal.record(deed, List.of(entry));
    }

    /** Requests that were open until now. */
    void closed(Deed deed, List<Amendment> closed) {
        if (!closed.isEmpty()) {
            journal.record(deed, closed.stream().map(AmendmentJournal::closed).toList());
        }
    }

    private static Entry closed(Amendment amendment) {
        return new Entry(
                subject(amendment),
                amendment.version(),
                type(amendment.state()),
                State.REQUESTED.name(),
                amendment.state().name(),
                data(amendment));
    }

    private static String type(State state) {
        return switch (state) {
            case REQUESTED -> "AmendmentRequested";
            case ACCEPTED -> "AmendmentAccepted";
            case REFUSED -> "AmendmentRefused";
            case TOO_LATE -> "AmendmentTooLate";
            case SETTLED -> "AmendmentSettled";
            case SUPERSEDED -> "AmendmentSuperseded";
        };
    }

    private static Map<String, Object> data(Amendment amendment) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("shipment", amendment.shipment().toString());
        data.put("vendor", amendment.vendor().text());
        data.put("kind", amendment.kind().name());
        if (amendment.comment() != null) {
            data.put("comment", amendment.comment());
        }
        return data;
    }

    private static Subject subject(Amendment amendment) {
        return Subject.of(
                amendment.shipment().order(), "amendment", amendment.id().toString());
    }
}
