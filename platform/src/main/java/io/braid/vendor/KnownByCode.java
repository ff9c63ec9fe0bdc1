package io.braid.vendor;

import io.braid.access.VendorDirectory;
import io.braid.kernel.VendorCode;
import io.braid.location.KnownVendors;
import java.util.List;

/** Answers the lower modules' one question: does this vendor exist? */
final class KnownByCode implements KnownVendors, VendorDirectory {
    private final VendorStore store;

    KnownByCode(VendorStore store) {
        this.store = store;
    }

    @Override
    public boolean knows(VendorCode vendor) {
        return store.findAll(List.of(vendor)).containsKey(vendor);
    }

    @Override
    public boolean exists(VendorCode vendor) {
        return knows(vendor);
    }
}
