package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.util.List;

/** Somebody to call: until a contact is named, the invited address is one; a named one must be reachable. */
final class NeedsContact implements Requirement {
    private final VendorStore store;

    NeedsContact(VendorStore store) {
        this.store = store;
    }

    @Override
    public List<String> missing(VendorCode vendor) {
        boolean outOfReach = store.findAll(List.of(vendor)).values().stream()
                .anyMatch(known -> known.contact().isOutOfReach());
        return outOfReach ? List.of("PRIMARY_CONTACT") : List.of();
    }
}
