package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.location.Locations;
import java.util.List;

/** Orders need somewhere to go: one location that is switched on. */
final class NeedsLocation implements Requirement {
    private final Locations locations;

    NeedsLocation(Locations locations) {
        this.locations = locations;
    }

    @Override
    public List<String> missing(VendorCode vendor) {
        return locations.anyOf(vendor) ? List.of() : List.of("LOCATION");
    }
}
