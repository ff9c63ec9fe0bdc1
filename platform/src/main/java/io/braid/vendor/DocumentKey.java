package io.braid.vendor;

import io.braid.kernel.VendorCode;

/** One document of one vendor, by the requirement it answers. */
record DocumentKey(VendorCode vendor, String requirement) {}
