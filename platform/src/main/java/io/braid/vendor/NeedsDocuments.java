package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Every required document approved, and not expired today. */
final class NeedsDocuments implements Requirement {
    private final DocumentStore store;
    private final Clock clock;

    NeedsDocuments(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<String> missing(VendorCode vendor) {
        return store.unmet(vendor, LocalDate.ofInstant(clock.instant(), clock.getZone())).stream()
                .map(code -> "DOCUMENT:" + code)
                .toList();
    }
}
