package io.braid.journal;

import io.braid.store.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Records facts of any number of subjects in two statements; entries of one subject must come in order. */
    public void record(Deed deed, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<Subject, byte[]> heads = headsOfKnownSubjects(entries);
        List<RecordedEntry> recorded = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            byte[] previous = heads.getOrDefault(entry.subject(), Chain.GENESIS);
            RecordedEntry unsealed = recorded(deed, entry, Chain.GENESIS);
            byte[] hash = Chain.hash(previous, unsealed);
            heads.put(entry.subject(), hash);
            recorded.add(recorded(deed, entry, hash, unsealed.data()));
        }
        store.append(recorded);
    }

    /** New subjects start their chain; only for the others the last hash must be read. */
    private Map<Subject, byte[]> headsOfKnownSubjects(List<Entry> entries) {
        Set<Subject> begun =
                entries.stream().filter(e -> e.seq() == 1).map(Entry::subject).collect(Collectors.toSet());
        Map<Subject, Integer> known = new HashMap<>();
        for (Entry entry : entries) {
            if (!begun.contains(entry.subject())) {
                known.merge(entry.subject(), entry.seq() - 1, Math::min);
            }
        }
        return known.isEmpty() ? new HashMap<>() : store.hashes(known);
    }

    private static RecordedEntry recorded(Deed deed, Entry entry, byte[] hash) {
        return recorded(deed, entry, hash, Json.write(entry.data()));
    }

    private static RecordedEntry recorded(Deed deed, Entry entry, byte[] hash, String data) {
        return new RecordedEntry(
                entry.subject(),
                entry.seq(),
                deed.at(),
                deed.actor(),
                deed.channel(),
                entry.type(),
                entry.from(),
                entry.to(),
                data,
                deed.correlationId(),
                hash);
    }

    /** The entries of a subject, oldest first. */
    public List<RecordedEntry> listEntries(Subject subject, int afterSeq, int limit) {
        return store.entriesOf(subject, afterSeq, limit);
    }

    /** Recomputes the chain of one subject, or of all, and names the first broken link. */
    public Verification verify(@Nullable Subject subject) {
        return new Verifier(store).verify(subject);
    }
}
