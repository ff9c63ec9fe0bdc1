package io.braid.invoice;

import io.braid.fulfillment.CanceledUnits;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.Shipments;
import io.braid.fulfillment.ShippedNotice;
import io.braid.invoice.Deduction.Claim;
import io.braid.invoice.Deduction.Kind;
import io.braid.invoice.Deduction.State;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Ids;
import io.braid.store.VendorScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agreed deductions: proposed from the very facts that shipments record, with rule and evidence, disputable by the
 * vendor, and settled by a credit note. The same fact is held against a vendor once.
 */
public final class Deductions {
    private static final int BATCH = 200;

    private final DeductionStore store;
    private final VendorTerms terms;
    private final Shipments shipments;
    private final CreditNotes notes;
    private final Ground ground;

    Deductions(DeductionStore store, VendorTerms terms, Shipments shipments, CreditNotes notes, Ground ground) {
        this.store = store;
        this.terms = terms;
        this.shipments = shipments;
        this.notes = notes;
        this.ground = ground;
    }

    /** In the transaction of a ship notice: proposes what was agreed for units that left after their due time. */
    void shipped(Deed deed, ShippedNotice notice, Terms agreed) {
        if (agreed.latePercent().signum() == 0) {
            return;
        }
        Shipment shipment = shipments.findShipment(notice.shipment()).orElseThrow();
        Instant left = deed.at();
        Instant due = shipment.times().shipBy();
        if (left.isAfter(due)) {
            String late =
                    Duration.between(due, left).truncatedTo(ChronoUnit.MINUTES).toString();
            Money cost = Money.zero(notice.lines().getFirst().unitCost().money().currency());
            for (ShippedNotice.Line line : notice.lines()) {
                cost = cost.plus(line.unitCost().money().times(line.quantity()));
            }
            Fact fact = new Fact(
                    Kind.LATE_SHIPMENT,
                    notice.shipment(),
                    notice.shipment() + "/" + notice.notice(),
                    "due " + due + ", recorded " + left + ", late by " + late.substring(2));
            propose(deed, agreed, fact, agreed.latePercent(), cost);
        }
    }

    /** In the transaction of a cancellation by the vendor: proposes what was agreed for units that will not ship. */
    void canceled(Deed deed, CanceledUnits units, Terms agreed) {
        if (agreed.canceledPercent().signum() == 0) {
            return;
        }
        String evidence = units.units() + " units canceled with record " + units.record();
        Fact fact = new Fact(Kind.CANCELED_UNITS, units.shipment(), units.record(), evidence);
        propose(deed, agreed, fact, agreed.canceledPercent(), units.cost());
    }

    private record Fact(Kind kind, ShipmentNumber shipment, String key, String evidence) {}

    private void propose(Deed deed, Terms agreed, Fact fact, BigDecimal percent, Money of) {
        Money amount = Amounts.percent(of, percent);
        if (amount.amount().signum() > 0) {
            String rule = percent.toPlainString() + " % of " + of + " for " + fact.kind();
            propose(deed, agreed, fact, new Agreement(rule, amount));
        }
    }

    private record Agreement(String rule, Money amount) {}

    private Optional<Deduction> propose(Deed deed, Terms agreed, Fact fact, Agreement agreement) {
        Instant at = deed.at();
        Claim claim = new Claim(
                agreed.vendor(),
                fact.kind(),
                fact.shipment(),
                fact.key(),
                agreement.rule(),
                fact.evidence(),
                agreement.amount());
        Instant until = at.plus(Duration.ofDays(agreed.disputeDays()));
        Deduction proposed = new Deduction(Ids.newId(at), claim, State.PROPOSED, at, until, null, null, null, 1);
        if (!store.insert(proposed)) {
            return Optional.empty();
        }
        ground.journal().record(deed, List.of(proposed.entry(null)));
        return Optional.of(proposed);
    }

    /** A wrong label is seen by people: proposes the agreed amount, once per shipment. */
    public Outcome<Deduction> mislabeled(Deed deed, ShipmentNumber number, String evidence) {
        return ground.transactions().decide(() -> {
            Optional<Shipment> shipment = shipments.findShipment(number).filter(found -> found.vendor() != null);
            if (shipment.isEmpty() || shipment.get().vendor() == null) {
                return Outcome.refused(new InvoiceRefusal.UnknownPurchaseOrder(number));
            }
            if (shipment.get().lines().stream().allMatch(line -> line.shipped() == 0)) {
                return Outcome.refused(new InvoiceRefusal.NothingShipped(number));
            }
            Terms agreed = terms.of(shipment.get().vendor());
            Money amount = inCurrencyOf(shipment.get(), agreed.mislabeledAmount());
            if (amount == null || amount.amount().signum() == 0) {
                return Outcome.refused(new InvoiceRefusal.NoSuchAgreement(Kind.MISLABELED.name()));
            }
            Fact fact = new Fact(Kind.MISLABELED, number, number.toString(), evidence);
            Agreement agreement = new Agreement(amount + " per shipment with a wrong label", amount);
            return propose(deed, agreed, fact, agreement)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(new InvoiceRefusal.AlreadyDeducted(number)));
        });
    }

    private static @Nullable Money inCurrencyOf(Shipment shipment, BigDecimal amount) {
        return shipment.lines().stream()
                .filter(line -> line.unitCost() != null)
                .findFirst()
                .map(line -> line.unitCost() == null
                        ? null
                        : new Money(amount, line.unitCost().money().currency()))
                .orElse(null);
    }

    /** The vendor says why it should not be; from then on a person decides. */
    public Outcome<Deduction> dispute(VendorScope scope, Deed deed, UUID id, String reason) {
        if (findDeduction(scope, id).isEmpty()) {
            return Outcome.refused(new InvoiceRefusal.NoSuchDocument());
        }
        return ground.transactions().decide(() -> {
            Deduction known = store.lock(id).orElseThrow();
            if (known.state() == State.DISPUTED) {
                return Outcome.refused(new InvoiceRefusal.AlreadyDisputed());
            }
            if (known.state() != State.PROPOSED) {
                return Outcome.refused(decided(known));
            }
            return deed.at().isAfter(known.disputableUntil())
                    ? Outcome.refused(new InvoiceRefusal.DisputeTooLate(known.disputableUntil()))
                    : Outcome.done(moved(deed, known, State.DISPUTED, reason));
        });
    }

    /** The vendor lets it stand, before its time to dispute is over or after it disputed. */
    public Outcome<Deduction> agree(VendorScope scope, Deed deed, UUID id, OptionalInt expected) {
        return findDeduction(scope, id).isEmpty()
                ? Outcome.refused(new InvoiceRefusal.NoSuchDocument())
                : settle(deed, id, new Settling(State.ACCEPTED, "agreed by the vendor", expected, true));
    }

    /**
     * Takes it off what the vendor is owed, by a credit note. While the vendor may still dispute it, only the vendor
     * itself can end the matter.
     */
    public Outcome<Deduction> accept(Deed deed, UUID id, @Nullable String comment, OptionalInt expected) {
        return settle(deed, id, new Settling(State.ACCEPTED, comment, expected, false));
    }

    /** Lets it go. */
    public Outcome<Deduction> waive(Deed deed, UUID id, @Nullable String comment, OptionalInt expected) {
        return settle(deed, id, new Settling(State.WAIVED, comment, expected, false));
    }

    private record Settling(State to, @Nullable String comment, OptionalInt expected, boolean byVendor) {
        /** Whether the vendor could still say why it should not be. */
        boolean tooEarly(Deduction known, Instant at) {
            return to == State.ACCEPTED
                    && !byVendor
                    && known.state() == State.PROPOSED
                    && at.isBefore(known.disputableUntil());
        }
    }

    private Outcome<Deduction> settle(Deed deed, UUID id, Settling settling) {
        return ground.transactions().decide(() -> {
            Optional<Deduction> known = store.lock(id);
            if (known.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.NoSuchDocument());
            }
            int current = known.get().version();
            if (settling.expected().orElse(current) != current) {
                return Outcome.refused(new InvoiceRefusal.VersionConflict(
                        "the deduction", settling.expected().getAsInt(), current));
            }
            if (known.get().state() == State.ACCEPTED || known.get().state() == State.WAIVED) {
                return Outcome.refused(decided(known.get()));
            }
            return settling.tooEarly(known.get(), deed.at())
                    ? Outcome.refused(
                            new InvoiceRefusal.StillDisputable(known.get().disputableUntil()))
                    : Outcome.done(moved(deed, known.get(), settling.to(), settling.comment()));
        });
    }

    private static InvoiceRefusal decided(Deduction known) {
        return new InvoiceRefusal.AlreadyDecided("The deduction", known.state().name());
    }

    /** What nobody disputed in time counts as accepted. */
    void acceptUndisputed(Deed deed) {
        ground.transactions()
                .run(() -> store.lockUndisputed(deed.at(), BATCH)
                        .forEach(known -> moved(deed, known, State.ACCEPTED, "not disputed in time")));
    }

    /** The text is the vendor's dispute, or the comment of whoever decided. */
    private Deduction moved(Deed deed, Deduction known, State to, @Nullable String text) {
        Claim claim = known.claim();
        String note = to == State.ACCEPTED
                ? notes.issue(
                                deed,
                                new CreditNotes.Cause(
                                        claim.vendor(), claim.shipment(), null, claim.rule() + ": " + claim.evidence()),
                                CreditNote.Direction.CREDIT,
                                claim.amount())
                        .number()
                : null;
        boolean disputes = to == State.DISPUTED;
        Deduction after = new Deduction(
                known.id(),
                claim,
                to,
                known.proposedAt(),
                known.disputableUntil(),
                disputes ? text : known.dispute(),
                disputes ? known.comment() : text,
                note,
                known.version() + 1);
        store.update(after);
        ground.journal().record(deed, List.of(after.entry(known.state())));
        return after;
    }

    public List<Deduction> listDeductions(DeductionQuery query) {
        return store.list(query);
    }

    public Optional<Deduction> findDeduction(UUID id) {
        return store.find(id);
    }

    public Optional<Deduction> findDeduction(VendorScope scope, UUID id) {
        return ground.reads()
                .as(scope, jdbc -> new DeductionStore(jdbc).find(id))
                .filter(deduction -> deduction.claim().vendor().equals(scope.vendor()));
    }

    public List<Deduction> listDeductions(VendorScope scope, DeductionQuery query) {
        return ground.reads().as(scope, jdbc -> new DeductionStore(jdbc).list(query.of(scope.vendor())));
    }
}
