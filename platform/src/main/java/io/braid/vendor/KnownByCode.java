package io.braid.vendor;

import io.braid.access.VendorDirectory;
import io.braid.kernel.VendorCode;
import io.braid.location.KnownVendors;
import java.util.List;
import java.util.Optional;

/** Answers the lower modules' questions: does this vendor exist, and what is it called? */
final class KnownByCode implements KnownVendors, VendorDirectory {
    private final VendorStore store;

    KnownByCode(VendorStore store) {
        this.store = store;
    }

    @Override
    public boolean knows(VendorCode vendor) {
        return findName(vendor).isPresent();
    }

    @Override
    public Optional<String> findName(VendorCode vendor) {
        return Optional.ofNullable(store.findAll(List.of(vendor)).get(vendor)).map(Vendor::name);
    }
}
