package io.braid.access;

import io.braid.access.Users.Ledger;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Keeps all people and keys of a vendor out, from the commit on, and lets them in again. It is about entering alone:
 * whether the vendor gets orders is another question.
 */
public final class VendorDoors {
    private final UserStore store;
    private final Ledger ledger;

    VendorDoors(UserStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    public Outcome<VendorCode> lock(Deed deed, VendorCode vendor) {
        return turned(deed, vendor, () -> store.lockDoor(vendor, deed.at()), "VendorLockedOut");
    }

    public Outcome<VendorCode> unlock(Deed deed, VendorCode vendor) {
        return turned(deed, vendor, () -> store.unlockDoor(vendor, deed.at()), "VendorLetIn");
    }

    private Outcome<VendorCode> turned(Deed deed, VendorCode vendor, Supplier<OptionalInt> move, String type) {
        if (!ledger.vendors().exists(vendor)) {
            return Outcome.refused(new UserRefusal.VendorNotFound(vendor));
        }
        return ledger.transactions().decide(() -> {
            OptionalInt version = move.get();
            if (version.isPresent()) {
                Subject subject = Subject.of("vendor-door", vendor.text());
                Entry entry = new Entry(subject, version.getAsInt(), type, null, null, Map.of());
                ledger.journal().record(deed, List.of(entry));
            }
            return Outcome.done(vendor);
        });
    }
}
