package io.braid.access;

import io.braid.kernel.VendorCode;

/** What access must know of vendors, answered by the module that keeps them. */
public interface VendorDirectory {
    boolean exists(VendorCode vendor);
}
