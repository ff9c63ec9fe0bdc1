package io.braid.vendor;

import io.braid.access.Users;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Users users;
    private final Journal journal;
    private final Transactions transactions;

    Vendors(
            VendorStore store,
            List<Requirement> requirements,
            Users users,
            Journal journal,
            Transactions transactions) {
        this.store = store;
        this.users = users;
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
                .flatMap(requirement -> requirement.missing(code).stream())
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
        String person = invited.contact().name() == null
                ? invited.name()
                : invited.contact().name();
        return users.inviteVendorAdmin(deed, code, invited.email(), person).map(admin -> invited);
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

    /** The vendor at that version, locked until the end of the transaction. */
    Outcome<Vendor> seen(VendorCode code, OptionalInt expectedVersion) {
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
        return record(deed, vendor.in(to, vendor.version() + 1), new Told(vendor.status(), type, Map.of()));
    }

    /** Changes how the vendor works with us, at any time: nothing that is open depends on it. */
    public Outcome<Vendor> switchIntegration(
            Deed deed, VendorCode code, IntegrationMode mode, OptionalInt expectedVersion) {
        return transactions.decide(() -> seen(code, expectedVersion).map(vendor -> {
            if (vendor.integration() == mode) {
                return vendor;
            }
            if (!store.switchIntegration(vendor, mode, deed.at())) {
                throw new IllegalStateException("vendor " + code + " changed while its row was locked");
            }
            Map<String, Object> data = Map.of("integration", Map.of("from", vendor.integration(), "to", mode));
            Told told = new Told(vendor.status(), "VendorIntegrationSwitched", data);
            return record(deed, vendor.by(mode, vendor.version() + 1), told);
        }));
    }

    /** The currency of all its prices: settled by whoever asks first, within that one's transaction. */
    public Currency currencyOf(VendorCode code, Currency first) {
        Currency settled = findVendor(code).map(Vendor::currency).orElse(null);
        if (settled != null) {
            return settled;
        }
        store.settleCurrency(code, first);
        return Objects.requireNonNullElse(findVendor(code).map(Vendor::currency).orElse(null), first);
    }

    /** What an entry tells besides what the vendor is now. */
    record Told(Status before, String type, Map<String, ?> data) {}

    /** The entry of a change that was written already; answers the vendor as it is now. */
    Vendor record(Deed deed, Vendor now, Told told) {
        Entry entry = new Entry(
                subject(now.code()),
                now.version(),
                told.type(),
                told.before().name(),
                now.status().name(),
                told.data());
        journal.record(deed, List.of(entry));
        return now;
    }

    private static Subject subject(VendorCode code) {
        return Subject.of("vendor", code.text());
    }
}
