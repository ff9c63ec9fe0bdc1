package io.braid.vendor;

import io.braid.kernel.VendorCode;

/** One thing a vendor needs before it can receive orders. A new rule is one more of these. */
public interface Requirement {
    /** What is missing, in capitals: {@code LOCATION}. */
    String name();

    boolean metBy(VendorCode vendor);
}
