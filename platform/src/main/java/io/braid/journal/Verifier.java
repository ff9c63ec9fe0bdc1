package io.braid.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads entries in chain order and recomputes every hash; it stops at the first that is wrong. */
final class Verifier {
    private final JournalStore store;

    private @Nullable Subject current;
    private int seq;
    private byte[] previous = Chain.GENESIS;
    private long checked;
    private @Nullable Verification broken;

    Verifier(JournalStore store) {
        this.store = store;
    }

    Verification verify(@Nullable Subject subject) {
        store.stream(subject, this::accept);
        return broken != null ? broken : new Verification(checked, null, null);
    }

    private boolean accept(RecordedEntry entry) {
        checked++;
        if (!entry.subject().equals(current)) {
            current = entry.subject();
            seq = 0;
            previous = Chain.GENESIS;
        }
        if (entry.seq() != ++seq) {
            return broken(entry, "entry " + seq + " is missing: the next one found is " + entry.seq());
        }
        if (!Arrays.equals(Chain.hash(previous, entry), entry.hash())) {
            return broken(entry, "its content does not match its hash, or the entry before it was changed");
        }
        previous = entry.hash();
        return true;
    }

    private boolean broken(RecordedEntry entry, String reason) {
        broken = new Verification(checked, entry.subject().text() + "#" + entry.seq(), reason);
        return false;
    }
}
