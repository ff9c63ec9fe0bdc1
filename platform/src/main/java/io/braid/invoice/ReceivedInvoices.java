package io.braid.invoice;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.Shipments;
import io.braid.invoice.ReceivedInvoice.Content;
import io.braid.invoice.ReceivedInvoice.State;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.kernel.Money;
import io.braid.kernel.Outcome;
import io.braid.store.Ids;
import io.braid.store.VendorScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Vendors' own invoices and what was found when they were compared. An exception is decided once, by a person:
 * approved, the difference to what was agreed becomes a credit or debit note; rejected, nothing is owed for it. Our own
 * invoices are never touched.
 */
public final class ReceivedInvoices {
    private final ReceivedStore store;
    private final Shipments shipments;
    private final Billed billed;
    private final CreditNotes notes;
    private final Ground ground;

    ReceivedInvoices(ReceivedStore store, Shipments shipments, Billed billed, CreditNotes notes, Ground ground) {
        this.store = store;
        this.shipments = shipments;
        this.billed = billed;
        this.notes = notes;
        this.ground = ground;
    }

    /** Takes an invoice in and compares it. The same one again is answered with what was found the first time. */
    public Outcome<ReceivedInvoice> receive(Deed deed, Content sent) {
        return ground.transactions().decide(() -> {
            Optional<Shipment> shipment = shipments
                    .findShipment(sent.shipment())
                    .filter(found -> sent.vendor().equals(found.vendor()));
            if (shipment.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.UnknownPurchaseOrder(sent.shipment()));
            }
            store.oneAtATime(sent.vendor());
            Terms agreed = billed.terms().of(sent.vendor());
            ThreeWayMatch match = new ThreeWayMatch(shipment.get(), store.askedBefore(sent.shipment(), null), agreed);
            List<ReceivedInvoice.Difference> found = match.differences(sent.total(), sent.lines());
            Content content = new Content(
                    sent.vendor(), sent.theirNumber(), sent.shipment(), sent.date(), sent.total(), sent.lines(), found);
            ReceivedInvoice received = new ReceivedInvoice(
                    Ids.newId(deed.at()),
                    content,
                    found.isEmpty() ? State.MATCHED : State.EXCEPTION,
                    deed.at(),
                    null,
                    1);
            if (!store.insert(received)) {
                return known(sent);
            }
            Entry entry = new Entry(
                    subject(received),
                    1,
                    "VendorInvoiceReceived",
                    null,
                    received.state().name(),
                    told(content));
            ground.journal().record(deed, List.of(entry));
            return Outcome.done(received);
        });
    }

    private Outcome<ReceivedInvoice> known(Content sent) {
        ReceivedInvoice before =
                store.findByNumber(sent.vendor(), sent.theirNumber()).orElseThrow();
        return before.content().saysTheSameAs(sent)
                ? Outcome.done(before)
                : Outcome.refused(new InvoiceRefusal.DuplicateInvoiceNumber(sent.theirNumber()));
    }

    private static Map<String, Object> told(Content content) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vendor", content.vendor().text());
        data.put("number", content.theirNumber());
        data.put("shipment", content.shipment().toString());
        data.put("total", content.total().toString());
        data.put(
                "differences",
                content.differences().stream()
                        .map(d -> d.kind() + (d.shipmentLine() == null ? "" : " line " + d.shipmentLine()) + ": "
                                + d.expected() + " expected, " + d.found() + " found")
                        .toList());
        return data;
    }

    private static Subject subject(ReceivedInvoice received) {
        return Subject.of("vendor-invoice", received.id().toString());
    }

    /** Accepts what the vendor asks: the difference to what was agreed becomes a note, for which the comment stands. */
    public Outcome<ReceivedInvoice> approve(Deed deed, UUID id, @Nullable String comment, OptionalInt expectedVersion) {
        return decide(deed, id, new Decision(State.APPROVED, comment, expectedVersion));
    }

    /** Leaves what is owed as it is. */
    public Outcome<ReceivedInvoice> reject(Deed deed, UUID id, @Nullable String comment, OptionalInt expectedVersion) {
        return decide(deed, id, new Decision(State.REJECTED, comment, expectedVersion));
    }

    private record Decision(State state, @Nullable String comment, OptionalInt expectedVersion) {}

    private Outcome<ReceivedInvoice> decide(Deed deed, UUID id, Decision decision) {
        return ground.transactions().decide(() -> {
            Optional<ReceivedInvoice> locked = store.lock(id);
            if (locked.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.NoSuchDocument());
            }
            ReceivedInvoice received = locked.get();
            int expected = decision.expectedVersion().orElse(received.version());
            if (expected != received.version()) {
                return Outcome.refused(new InvoiceRefusal.VersionConflict(
                        "invoice " + received.content().theirNumber(), expected, received.version()));
            }
            if (received.state() != State.EXCEPTION) {
                return Outcome.refused(new InvoiceRefusal.AlreadyDecided(
                        "Invoice " + received.content().theirNumber(),
                        received.state().name()));
            }
            store.decide(
                    id,
                    decision.state(),
                    new ReceivedInvoice.Ruling(deed.at(), deed.actor().id(), decision.comment()));
            Map<String, Object> data = new LinkedHashMap<>();
            if (decision.comment() != null) {
                data.put("comment", decision.comment());
            }
            if (decision.state() == State.APPROVED) {
                settle(deed, received).ifPresent(note -> data.put("creditNote", note.number()));
            }
            Entry entry = new Entry(
                    subject(received),
                    received.version() + 1,
                    decision.state() == State.APPROVED ? "VendorInvoiceApproved" : "VendorInvoiceRejected",
                    State.EXCEPTION.name(),
                    decision.state().name(),
                    data);
            ground.journal().record(deed, List.of(entry));
            return Outcome.done(store.find(id).orElseThrow());
        });
    }

    private Optional<CreditNote> settle(Deed deed, ReceivedInvoice received) {
        Content content = received.content();
        Shipment shipment = shipments.findShipment(content.shipment()).orElseThrow();
        Map<Integer, Integer> before = store.askedBefore(content.shipment(), received.id());
        Money agreed = new ThreeWayMatch(shipment, before, billed.terms().of(content.vendor()))
                .agreedTotal(content.total(), content.lines(), before);
        Money more = content.total().minus(agreed);
        if (more.amount().signum() == 0) {
            return Optional.empty();
        }
        List<Invoice> ours =
                billed.invoices().listInvoices(new InvoiceQuery(content.vendor(), content.shipment(), null, 2)).stream()
                        .filter(invoice -> invoice.total()
                                .currency()
                                .equals(content.total().currency()))
                        .toList();
        CreditNotes.Cause cause = new CreditNotes.Cause(
                content.vendor(),
                content.shipment(),
                ours.size() == 1 ? ours.getFirst().number() : null,
                "Vendor's invoice " + content.theirNumber() + " was approved with its differences");
        Money amount = more.isNegative() ? Money.zero(more.currency()).minus(more) : more;
        return Optional.of(notes.issue(
                deed, cause, more.isNegative() ? CreditNote.Direction.CREDIT : CreditNote.Direction.DEBIT, amount));
    }

    public Optional<ReceivedInvoice> findReceived(UUID id) {
        return store.find(id);
    }

    public List<ReceivedInvoice> listReceived(ReceivedQuery query) {
        return store.list(query);
    }

    public Optional<ReceivedInvoice> findReceived(VendorScope scope, UUID id) {
        return ground.reads()
                .as(scope, jdbc -> new ReceivedStore(jdbc).find(id))
                .filter(received -> received.content().vendor().equals(scope.vendor()));
    }

    public List<ReceivedInvoice> listReceived(VendorScope scope, ReceivedQuery query) {
        return ground.reads().as(scope, jdbc -> new ReceivedStore(jdbc).list(query.of(scope.vendor())));
    }
}
