package io.braid.store;

import io.braid.kernel.VendorCode;

/**
 * Proof that the caller acts for this vendor and no other. It is made where a vendor's key or session was verified,
 * and no query of a vendor's rows can be written without one.
 */
public record VendorScope(VendorCode vendor) {}
