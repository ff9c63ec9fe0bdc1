package io.braid.invoice;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credit and debit notes: each comes of a decision that somebody took, and says which. */
public final class CreditNotes {
    private final CreditNoteStore store;
    private final VendorReads reads;
    private final Journal journal;

    CreditNotes(CreditNoteStore store, VendorReads reads, Journal journal) {
        this.store = store;
        this.reads = reads;
        this.journal = journal;
    }

    /** Why a note is issued, about what. */
    record Cause(
            VendorCode vendor,
            ShipmentNumber shipment,
            @Nullable InvoiceNumber invoice,
            String reason) {}

    /** In the caller's transaction, as its last step. */
    CreditNote issue(Deed deed, Cause cause, CreditNote.Direction direction, Money amount) {
        CreditNote note = new CreditNote(
                cause.vendor(),
                store.nextNumber(cause.vendor()),
                direction,
                cause.shipment(),
                cause.invoice(),
                cause.reason(),
                amount,
                deed.at(),
                deed.actor().id());
        store.insert(note);
        Map<String, Object> data = Map.of(
                "vendor", note.vendor().text(),
                "shipment", note.shipment().toString(),
                "direction", direction.name(),
                "amount", amount.toString(),
                "reason", note.reason());
        Subject subject = Subject.of(note.shipment().order(), "credit-note", note.number());
        journal.record(deed, List.of(Entry.first(subject, "CreditNoteIssued", data)));
        return note;
    }

    public Optional<CreditNote> findNote(String number) {
        return store.find(number);
    }

    /** By vendor and running number, behind a given one; null asks for the first page, or for every vendor. */
    public List<CreditNote> listNotes(@Nullable VendorCode vendor, CreditNote.@Nullable Key after, int limit) {
        return store.list(vendor, after, limit);
    }

    public Optional<CreditNote> findNote(VendorScope scope, String number) {
        return reads.as(scope, jdbc -> new CreditNoteStore(jdbc).find(number))
                .filter(note -> note.vendor().equals(scope.vendor()));
    }

    public List<CreditNote> listNotes(VendorScope scope, CreditNote.@Nullable Key after, int limit) {
        return reads.as(scope, jdbc -> new CreditNoteStore(jdbc).list(scope.vendor(), after, limit));
    }
}
