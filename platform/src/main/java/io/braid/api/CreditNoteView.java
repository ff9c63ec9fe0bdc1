package io.braid.api;

import io.braid.invoice.CreditNote;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit or debit note, the same to the operator and to its vendor. */
record CreditNoteView(
        String number,
        VendorCode vendor,
        CreditNote.Direction direction,
        ShipmentNumber shipment,
        @Nullable String invoice,
        String reason,
        Money amount,
        Instant issuedAt) {
    static CreditNoteView of(CreditNote note) {
        return new CreditNoteView(
                note.number(),
                note.vendor(),
                note.direction(),
                note.shipment(),
                note.invoice() == null ? null : note.invoice().toString(),
                note.reason(),
                note.amount(),
                note.issuedAt());
    }

    static List<String> key(CreditNote note) {
        return List.of(note.vendor().text(), Integer.toString(note.running()));
    }

    static CreditNote.Key cursor(List<String> key) {
        return new CreditNote.Key(new VendorCode(key.getFirst()), Integer.parseInt(key.getLast()));
    }
}
