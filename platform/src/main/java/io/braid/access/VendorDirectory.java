package io.braid.access;

import io.braid.kernel.VendorCode;
import java.util.Optional;

/** What access must know of vendors, answered by the module that keeps them. */
public interface VendorDirectory {
    /** What the vendor is called; empty when there is no such vendor. */
    Optional<String> findName(VendorCode vendor);

    default boolean exists(VendorCode vendor) {
        return findName(vendor).isPresent();
    }
}
