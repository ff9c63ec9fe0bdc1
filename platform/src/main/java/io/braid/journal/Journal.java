package io.braid.journal;

import io.braid.store.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The immutable log. Whoever changes a state calls {@link #record} in the same transaction, with the version the
 * change led to; the same row is the event that subscribers get (its key waits in the outbox). The database lets
 * nobody change or remove an entry.
 */
public final class Journal {
    private final JournalStore store;

    Journal(JournalStore store) {
        this.store = store;
    }

    /** Records what one deed led to; entries of one subject must come in order. */
    public void record(Deed deed, List<Entry> entries) {
        record(entries.stream().map(entry -> new Noted(deed, entry)).toList());
    }

    /** Records facts of any number of subjects in two statements; entries of one subject must come in order. */
    public void record(List<Noted> notes) {
        if (notes.isEmpty()) {
            return;
        }
        Map<Subject, byte[]> heads = headsOfKnownSubjects(notes);
        List<RecordedEntry> recorded = new ArrayList<>(notes.size());
        for (Noted note : notes) {
            Subject subject = note.entry().subject();
            RecordedEntry unsealed = unsealed(note.deed(), note.entry());
            byte[] hash = Chain.hash(heads.getOrDefault(subject, Chain.GENESIS), unsealed);
            heads.put(subject, hash);
            recorded.add(unsealed.sealed(hash));
        }
        store.append(recorded);
    }

    /** New subjects start their chain; only for the others the last hash must be read. */
    private Map<Subject, byte[]> headsOfKnownSubjects(List<Noted> notes) {
        Set<Subject> begun = new HashSet<>();
        Map<Subject, Integer> known = new HashMap<>();
        for (Noted note : notes) {
            Entry entry = note.entry();
            if (entry.seq() == 1) {
                begun.add(entry.subject());
            } else if (!begun.contains(entry.subject())) {
                known.merge(entry.subject(), entry.seq() - 1, Math::min);
            }
        }
        return known.isEmpty() ? new HashMap<>() : store.hashes(known);
    }

    private static RecordedEntry unsealed(Deed deed, Entry entry) {
        return new RecordedEntry(
                entry.subject(),
                entry.seq(),
                deed.at(),
                deed.actor(),
                deed.channel(),
                entry.type(),
                entry.from(),
                entry.to(),
                Json.write(entry.data()),
                deed.correlationId(),
                Chain.GENESIS);
    }

    /** The entries of a subject, oldest first. */
    public List<RecordedEntry> listEntries(Subject subject, int afterSeq, int limit) {
        return store.entriesOf(subject, afterSeq, limit);
    }

    /**
     * The subject that a person typed: the number of an order or shipment, or {@code kind:code}. Refuses any other text
     * with an {@link IllegalArgumentException}; that nothing was ever told about it is no reason to.
     */
    public Subject subject(String typed) {
        Subject subject = Subject.parse(typed);
        return subject.family() > 0 ? subject : store.findPlaced(subject.text()).orElse(subject);
    }

    /** Entries of any subjects, page by page. */
    public List<RecordedEntry> listEntries(JournalQuery query) {
        return store.list(query);
    }

    /** Recomputes the chain of one subject, or of all, and names the first broken link. */
    public Verification verify(@Nullable Subject subject) {
        return new Verifier(store).verify(subject);
    }
}
