package io.braid.vendor;

import io.braid.access.ApiKeys;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import io.braid.vendor.OnboardingRefusal.DocumentsAreReviewedSingly;
import io.braid.vendor.OnboardingRefusal.LegalDetailsAreReviewed;
import io.braid.vendor.OnboardingRefusal.StepIncomplete;
import io.braid.vendor.OnboardingRefusal.StepNotSubmitted;
import io.braid.vendor.OnboardingStep.Name;
import io.braid.vendor.OnboardingStep.State;
import io.braid.vendor.VendorRefusal.VendorTaken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor fills in before it ships for us: saved as it grows, in any order, handed in and reviewed step by step.
 * Nothing waits for it: it is a help to both sides, and only what {@link Vendors#missing} tells keeps orders away.
 */
public final class Onboarding {
    private static final int PEOPLE_LOOKED_AT = 100;

    private final OnboardingStore store;
    private final Documents documents;
    private final Vendors vendors;
    private final People people;
    private final Neighbours neighbours;

    Onboarding(OnboardingStore store, Documents documents, Vendors vendors, People people, Neighbours neighbours) {
        this.store = store;
        this.documents = documents;
        this.vendors = vendors;
        this.people = people;
        this.neighbours = neighbours;
    }

    /** Who can act for a vendor: its people, or its systems by their keys. */
    record People(Users users, ApiKeys keys) {
        /** Somebody who was only invited is not there yet. */
        boolean anybodyOf(VendorCode vendor) {
            Users.Filter those = new Users.Filter(Users.Whose.OF_ONE, vendor, null);
            return !keys.listKeys(vendor, null, 1).isEmpty()
                    || users.listUsers(those, null, PEOPLE_LOOKED_AT).stream()
                            .anyMatch(user -> user.status() == User.Status.ACTIVE);
        }
    }

    /** What every command needs besides the rows. */
    record Neighbours(Journal journal, Transactions transactions, VendorReads own) {}

    /** A profile at the version of its vendor. */
    public record Profiled(VendorCode vendor, CompanyProfile profile, int version) {}

    public Optional<Profiled> findProfile(VendorCode vendor) {
        return store.find(vendor);
    }

    /** The vendor's own, behind both walls. */
    public Optional<Profiled> findProfile(VendorScope scope) {
        return neighbours.own.as(scope, jdbc -> store.on(jdbc).find(scope.vendor()));
    }

    /**
     * Makes the profile what the company itself says, as a whole. A name that another vendor has is taken: refusing it
     * would tell a vendor who else ships for us. Once it is past its onboarding, a legal name and a tax id that are
     * there stay: the operator changes them, after looking.
     *
     * @param expectedVersion the version of the vendor that the caller saw; empty takes whatever is there
     */
    public Outcome<Profiled> save(Deed deed, VendorCode code, CompanyProfile profile, OptionalInt expectedVersion) {
        return neighbours.transactions.decide(() -> vendors.seen(code, expectedVersion)
                .then(vendor -> {
                    List<String> settled = vendor.status() == Vendor.Status.ONBOARDING
                            ? List.of()
                            : profile.replacedLegally(
                                    store.find(code).orElseThrow().profile());
                    return settled.isEmpty()
                            ? Outcome.done(write(deed, vendor, profile))
                            : Outcome.refused(new LegalDetailsAreReviewed(settled));
                }));
    }

    /** The same by the operator, who is told of another vendor with that name. */
    public Outcome<Profiled> saveFor(Deed deed, VendorCode code, CompanyProfile profile, OptionalInt expectedVersion) {
        return neighbours.transactions.decide(() -> vendors.seen(code, expectedVersion)
                .then(vendor -> store.nameTaken(code, profile.name())
                        ? Outcome.refused(new VendorTaken(List.of("name")))
                        : Outcome.done(write(deed, vendor, profile))));
    }

    private Profiled write(Deed deed, Vendor vendor, CompanyProfile profile) {
        Profiled seen = store.find(vendor.code()).orElseThrow();
        List<String> differences = profile.differencesTo(seen.profile());
        if (differences.isEmpty()) {
            return seen;
        }
        if (!store.save(seen, profile, deed.at())) {
            throw new IllegalStateException("vendor " + vendor.code() + " changed while its row was locked");
        }
        Vendor now = vendor.in(vendor.status(), vendor.version() + 1);
        vendors.record(
                deed, now, new Vendors.Told(vendor.status(), "VendorProfileSaved", Map.of("fields", differences)));
        reopen(deed, vendor.code(), Name.CORPORATE);
        return new Profiled(vendor.code(), profile, now.version());
    }

    /** The vendor's choice, which touches its step of the onboarding too. */
    public Outcome<Vendor> integrate(Deed deed, VendorCode code, IntegrationMode mode, OptionalInt expectedVersion) {
        return neighbours.transactions.decide(() -> vendors.switchIntegration(deed, code, mode, expectedVersion)
                .map(vendor -> {
                    reopen(deed, code, Name.INTEGRATION);
                    return vendor;
                }));
    }

    /** All four, in their usual order. */
    public List<OnboardingStep> steps(VendorCode vendor) {
        Map<Name, OnboardingStep> touched = store.steps(vendor);
        return Arrays.stream(Name.values())
                .map(name -> step(vendor, name, touched))
                .toList();
    }

    private OnboardingStep step(VendorCode vendor, Name name, Map<Name, OnboardingStep> touched) {
        OnboardingStep kept = touched.getOrDefault(name, OnboardingStep.empty(name));
        return switch (name) {
            case DOCUMENTS -> documents.step(vendor);
            case CORPORATE ->
                kept.missing(store.find(vendor)
                        .map(found -> found.profile().missing())
                        .orElse(List.of()));
            case USERS -> kept.missing(people.anybodyOf(vendor) ? List.of() : List.of("user"));
            case INTEGRATION -> kept;
        };
    }

    /** Says that a step is done; what is still missing is told. Handing in twice changes nothing. */
    public Outcome<OnboardingStep> submit(Deed deed, VendorCode vendor, Name name) {
        return neighbours.transactions.decide(() -> {
            OnboardingStep step = locked(vendor, name);
            if (!step.missing().isEmpty()) {
                return Outcome.refused(new StepIncomplete(name, step.missing()));
            }
            boolean handedIn = step.state() == State.SUBMITTED || step.state() == State.APPROVED;
            return Outcome.done(
                    handedIn || name == Name.DOCUMENTS
                            ? step
                            : move(deed, vendor, step, step.moved(State.SUBMITTED, null, deed.at())));
        });
    }

    /** The operator's word on a step that was handed in. Of two who decide at once one is late. */
    public Outcome<OnboardingStep> review(Deed deed, VendorCode vendor, Name name, Review review) {
        if (name == Name.DOCUMENTS) {
            return Outcome.refused(new DocumentsAreReviewedSingly());
        }
        return neighbours.transactions.decide(() -> {
            OnboardingStep step = locked(vendor, name);
            if (step.state() != State.SUBMITTED) {
                return Outcome.refused(new StepNotSubmitted(name, step.state()));
            }
            State to = State.valueOf(review.decision().name());
            return Outcome.done(move(deed, vendor, step, step.moved(to, review.comment(), deed.at())));
        });
    }

    /** The vendor's row is the lock of its steps. */
    private OnboardingStep locked(VendorCode vendor, Name name) {
        vendors.seen(vendor, OptionalInt.empty()).orThrow();
        return step(vendor, name, store.steps(vendor));
    }

    private void reopen(Deed deed, VendorCode vendor, Name name) {
        OnboardingStep step = step(vendor, name, store.steps(vendor));
        if (step.state() != State.IN_PROGRESS) {
            // What the operator said about it stays in sight until it is handed in again.
            String comment = step.state() == State.REJECTED ? step.comment() : null;
            move(deed, vendor, step, step.moved(State.IN_PROGRESS, comment, deed.at()));
        }
    }

    private OnboardingStep move(Deed deed, VendorCode vendor, OnboardingStep from, OnboardingStep to) {
        if (!store.write(vendor, to, deed.at())) {
            throw new IllegalStateException("step " + to.name() + " of " + vendor + " moved while it was locked");
        }
        @Nullable String before = from.version() == 0 ? null : from.state().name();
        neighbours.journal.record(
                deed,
                List.of(new Entry(
                        Subject.of("vendor-step", vendor + "/" + to.name()),
                        to.version(),
                        "OnboardingStepMoved",
                        before,
                        to.state().name(),
                        Map.of())));
        return to;
    }
}
