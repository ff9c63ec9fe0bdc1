package io.braid.location;

import io.braid.kernel.VendorCode;

/** What this module asks about vendors; the module that keeps them answers. */
public interface KnownVendors {
    boolean knows(VendorCode vendor);
}
