package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.util.List;

/** One kind of thing a vendor needs before it can receive orders. A new rule is one more of these. */
public interface Requirement {
    /** What is missing, in capitals: {@code LOCATION}, {@code DOCUMENT:insurance}; nothing when it is all there. */
    List<String> missing(VendorCode vendor);
}
