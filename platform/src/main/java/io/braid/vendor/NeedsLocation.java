package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.location.Locations;

/** Orders need somewhere to go: one location that is switched on. */
final class NeedsLocation implements Requirement {
    private final Locations locations;

    NeedsLocation(Locations locations) {
        this.locations = locations;
    }

    @Override
    public String name() {
        return "LOCATION";
    }

    @Override
    public boolean metBy(VendorCode vendor) {
        return locations.anyOf(vendor);
    }
}
