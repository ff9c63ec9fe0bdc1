package io.braid.vendor;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import io.braid.vendor.Vendor.Status;
import io.braid.vendor.VendorRefusal.NoCodeInName;
import io.braid.vendor.VendorRefusal.VendorNotFound;
import io.braid.vendor.VendorRefusal.VendorNotReady;
import io.braid.vendor.VendorRefusal.VendorTaken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The companies that ship for us. A vendor is invited, activated when it meets every requirement, and may be
 * deactivated: then it gets no new orders, and its open ones stay workable. Vendors are never removed.
 */
public final class Vendors {
    private final VendorStore store;
    private final List<Requirement> requirements;
    private final Journal journal;
    private final Transactions transactions;

    Vendors(VendorStore store, List<Requirement> requirements, Journal journal, Transactions transactions) {
        this.store = store;
        this.requirements = List.copyOf(requirements);
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Those that exist, in one statement. */
    public Map<VendorCode, Vendor> findAll(Collection<VendorCode> codes) {
        return codes.isEmpty() ? Map.of() : store.findAll(codes);
    }

    public Optional<Vendor> findVendor(VendorCode code) {
        return Optional.ofNullable(findAll(List.of(code)).get(code));
    }

    /** In order of code, beginning behind that one ({@code ""} for the first page); null asks for any status. */
    public List<Vendor> listVendors(@Nullable Status status, String after, int limit) {
        return store.list(status, after, limit);
    }

    /** What the vendor still needs before it can be activated. */
    public List<String> missing(VendorCode code) {
        return requirements.stream()
                .filter(requirement -> !requirement.metBy(code))
                .map(Requirement::name)
                .sorted()
                .toList();
    }

    public Outcome<Vendor> invite(Deed deed, Invitation invitation) {
        Optional<VendorCode> code =
                invitation.code() == null ? CodeFromName.of(invitation.name()) : Optional.of(invitation.code());
        return code.isEmpty()
                ? Outcome.refused(new NoCodeInName(invitation.name()))
                : transactions.decide(() -> invite(deed, code.get(), invitation));
    }

    private Outcome<Vendor> invite(Deed deed, VendorCode code, Invitation invitation) {
        if (!store.insert(code, invitation, deed.at())) {
            return Outcome.refused(new VendorTaken(store.taken(code, invitation)));
        }
        Vendor invited = store.lock(code).orElseThrow();
        // The name is a company's; the address and the contact are persons' and stay out of the journal.
        Map<String, String> data = Map.of("name", invited.name());
        Entry entry = new Entry(subject(code), 1, "VendorInvited", null, Status.ONBOARDING.name(), data);
        journal.record(deed, List.of(entry));
        return Outcome.done(invited);
    }

    /** Lets it receive orders, or says what is missing. Activating an active vendor changes nothing. */
    public Outcome<Vendor> activate(Deed deed, VendorCode code, OptionalInt expectedVersion) {
        return transactions.decide(() -> seen(code, expectedVersion).then(vendor -> {
            List<String> missing = vendor.status() == Status.ACTIVE ? List.of() : missing(code);
            return missing.isEmpty()
                    ? Outcome.done(move(deed, vendor, Status.ACTIVE, "VendorActivated"))
                    : Outcome.refused(new VendorNotReady(code, missing));
        }));
    }

    /** Stops new orders; what is open stays workable. Deactivating an inactive vendor changes nothing. */
    public Outcome<Vendor> deactivate(Deed deed, VendorCode code, OptionalInt expectedVersion) {
        return transactions.decide(() ->
                seen(code, expectedVersion).map(vendor -> move(deed, vendor, Status.INACTIVE, "VendorDeactivated")));
    }

    private Outcome<Vendor> seen(VendorCode code, OptionalInt expectedVersion) {
        Optional<Vendor> vendor = store.lock(code);
        if (vendor.isEmpty()) {
            return Outcome.refused(new VendorNotFound(code));
        }
        int current = vendor.get().version();
        return expectedVersion.orElse(current) != current
                ? Outcome.refused(new VendorRefusal.VersionConflict(code, expectedVersion.getAsInt(), current))
                : Outcome.done(vendor.get());
    }

    private Vendor move(Deed deed, Vendor vendor, Status to, String type) {
        if (vendor.status() == to) {
            return vendor;
        }
        if (!store.move(vendor, to, deed.at())) {
            throw new IllegalStateException("vendor " + vendor.code() + " changed while its row was locked");
        }
        int version = vendor.version() + 1;
        journal.record(
                deed,
                List.of(new Entry(
                        subject(vendor.code()), version, type, vendor.status().name(), to.name(), Map.of())));
        return new Vendor(
                vendor.code(), vendor.name(), vendor.email(), to, vendor.contact(), vendor.paymentDays(), version);
    }

    private static Subject subject(VendorCode code) {
        return Subject.of("vendor", code.text());
    }
}
