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
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Ids;
import io.braid.store.VendorScope;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Vendors' own invoices and what was found when they were compared. An exception is decided once, by a person:
 * approved, the difference to what was agreed becomes a credit or debit note; rejected, nothing is owed for it; or its
 * vendor takes it back before. Units are settled by one invoice, once they left. Our own invoices are never touched.
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

    /**
     * Takes an invoice in and compares it. The same one again is answered with what was found the first time.
     *
     * @param replaces the number of an undecided invoice of the vendor that is withdrawn for this one
     */
    public Outcome<ReceivedInvoice> receive(Deed deed, Content sent, @Nullable String replaces) {
        return ground.transactions().decide(() -> {
            Optional<Shipment> shipment = shipments
                    .findShipment(sent.shipment())
                    .filter(found -> sent.vendor().equals(found.vendor()));
            if (shipment.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.UnknownPurchaseOrder(sent.shipment()));
            }
            store.oneAtATime(sent.vendor());
            Optional<ReceivedInvoice> before = store.findByNumber(sent.vendor(), sent.theirNumber());
            if (before.isPresent()) {
                return before.get().content().saysTheSameAs(sent)
                        ? Outcome.done(before.get())
                        : Outcome.refused(new InvoiceRefusal.DuplicateInvoiceNumber(sent.theirNumber()));
            }
            if (replaces != null) {
                Optional<ReceivedInvoice> old = store.findByNumber(sent.vendor(), replaces);
                Outcome<ReceivedInvoice> gone = old.isEmpty()
                        ? Outcome.refused(new InvoiceRefusal.UnknownReplacedInvoice(replaces))
                        : withdrawn(deed, old.get(), "replaced by " + sent.theirNumber());
                if (gone instanceof Outcome.Refused<ReceivedInvoice> refused) {
                    return refused;
                }
            }
            return Outcome.done(compared(deed, sent, match(shipment.get())));
        });
    }

    private ThreeWayMatch match(Shipment shipment) {
        VendorTerms terms = billed.terms();
        List<ShipmentNumber> only = List.of(shipment.number());
        ShippedUnits units =
                new ShippedUnits(shipments.listShipped(only), terms.kept(only), store.settled(shipment.number()));
        VendorCode vendor = Objects.requireNonNull(shipment.vendor());
        return new ThreeWayMatch(shipment, units, terms.of(vendor).ofNotice());
    }

    private ReceivedInvoice compared(Deed deed, Content sent, ThreeWayMatch match) {
        List<ReceivedInvoice.Difference> found = match.differences(sent.total(), sent.lines());
        Content content = new Content(
                sent.vendor(), sent.theirNumber(), sent.shipment(), sent.date(), sent.total(), sent.lines(), found);
        State state = found.isEmpty() ? State.MATCHED : State.EXCEPTION;
        ReceivedInvoice received = new ReceivedInvoice(Ids.newId(deed.at()), content, state, deed.at(), null, 1);
        store.insert(received);
        Entry entry = new Entry(subject(received), 1, "VendorInvoiceReceived", null, state.name(), told(content));
        ground.journal().record(deed, List.of(entry));
        return received;
    }

    /** Takes back what nobody has decided about; its units can be asked for again under another number. */
    public Outcome<ReceivedInvoice> withdraw(VendorScope scope, Deed deed, UUID id, OptionalInt expectedVersion) {
        if (findReceived(scope, id).isEmpty()) {
            return Outcome.refused(new InvoiceRefusal.NoSuchDocument());
        }
        return ground.transactions().decide(() -> {
            store.oneAtATime(scope.vendor());
            ReceivedInvoice received = store.lock(id).orElseThrow();
            int expected = expectedVersion.orElse(received.version());
            return expected == received.version()
                    ? withdrawn(deed, received, null)
                    : Outcome.refused(conflict(received, expected));
        });
    }

    private Outcome<ReceivedInvoice> withdrawn(Deed deed, ReceivedInvoice received, @Nullable String why) {
        if (received.state() != State.EXCEPTION) {
            return Outcome.refused(decided(received));
        }
        return Outcome.done(ruled(
                deed,
                received,
                State.WITHDRAWN,
                new ReceivedInvoice.Ruling(deed.at(), deed.actor().id(), why, null)));
    }

    private static InvoiceRefusal decided(ReceivedInvoice received) {
        return new InvoiceRefusal.AlreadyDecided(
                "Invoice " + received.content().theirNumber(), received.state().name());
    }

    private static InvoiceRefusal conflict(ReceivedInvoice received, int expected) {
        return new InvoiceRefusal.VersionConflict(
                "invoice " + received.content().theirNumber(), expected, received.version());
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

    /**
     * Accepts what the vendor asks: the difference to what was agreed becomes a note, for which the comment stands.
     * Units that have not left are never accepted.
     */
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
            Optional<ReceivedInvoice> known = store.find(id);
            if (known.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.NoSuchDocument());
            }
            store.oneAtATime(known.get().content().vendor());
            ReceivedInvoice received = store.lock(id).orElseThrow();
            int expected = decision.expectedVersion().orElse(received.version());
            if (expected != received.version()) {
                return Outcome.refused(conflict(received, expected));
            }
            if (received.state() != State.EXCEPTION) {
                return Outcome.refused(decided(received));
            }
            String by = deed.actor().id();
            if (decision.state() == State.REJECTED) {
                ReceivedInvoice.Ruling no = new ReceivedInvoice.Ruling(deed.at(), by, decision.comment(), null);
                return Outcome.done(ruled(deed, received, State.REJECTED, no));
            }
            return settle(deed, received)
                    .map(note -> ruled(
                            deed,
                            received,
                            State.APPROVED,
                            new ReceivedInvoice.Ruling(
                                    deed.at(),
                                    by,
                                    decision.comment(),
                                    note.map(CreditNote::number).orElse(null))));
        });
    }

    private ReceivedInvoice ruled(Deed deed, ReceivedInvoice received, State to, ReceivedInvoice.Ruling ruling) {
        store.decide(received.id(), to, ruling);
        Map<String, Object> data = new LinkedHashMap<>();
        if (ruling.comment() != null) {
            data.put("comment", ruling.comment());
        }
        if (ruling.creditNote() != null) {
            data.put("creditNote", ruling.creditNote());
        }
        Entry entry = new Entry(
                subject(received),
                received.version() + 1,
                "VendorInvoice" + to.name().charAt(0) + to.name().substring(1).toLowerCase(Locale.ROOT),
                received.state().name(),
                to.name(),
                data);
        ground.journal().record(deed, List.of(entry));
        return store.find(received.id()).orElseThrow();
    }

    private Outcome<Optional<CreditNote>> settle(Deed deed, ReceivedInvoice received) {
        Content content = received.content();
        ThreeWayMatch match = match(shipments.findShipment(content.shipment()).orElseThrow());
        Optional<InvoiceRefusal.UnitsNotShipped> unshipped = match.unshipped(content.theirNumber(), content.lines());
        if (unshipped.isPresent()) {
            return Outcome.refused(unshipped.get());
        }
        Money more = content.total().minus(match.agreedTotal(content.total(), content.lines()));
        if (more.amount().signum() == 0) {
            return Outcome.done(Optional.empty());
        }
        CreditNotes.Cause cause = new CreditNotes.Cause(
                content.vendor(),
                content.shipment(),
                onlyInvoiceOf(content),
                "Vendor's invoice " + content.theirNumber() + " was approved with its differences");
        return Outcome.done(Optional.of(
                more.isNegative()
                        ? notes.issue(
                                deed,
                                cause,
                                CreditNote.Direction.CREDIT,
                                Money.zero(more.currency()).minus(more))
                        : notes.issue(deed, cause, CreditNote.Direction.DEBIT, more)));
    }

    /** Our own invoice, where there is one about that purchase order. */
    private @Nullable InvoiceNumber onlyInvoiceOf(Content content) {
        Currency currency = content.total().currency();
        List<Invoice> ours =
                billed.invoices().listInvoices(new InvoiceQuery(content.vendor(), content.shipment(), null, 2)).stream()
                        .filter(invoice -> invoice.total().currency().equals(currency))
                        .toList();
        return ours.size() == 1 ? ours.getFirst().number() : null;
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
