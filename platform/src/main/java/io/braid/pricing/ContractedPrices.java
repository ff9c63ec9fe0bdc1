package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What may be bought from whom at which cost. It only reads. */
public final class ContractedPrices {
    private final PriceStore store;

    ContractedPrices(PriceStore store) {
        this.store = store;
    }

    /** At most one per vendor and product; none of a vendor that is not active, nor of a discontinued item. */
    public List<ValidPrice> validOn(LocalDate day, Collection<Sku> skus) {
        return skus.isEmpty() ? List.of() : store.validOn(day, skus);
    }

    /** Those of the vendors that take no orders now. */
    public Set<VendorCode> inactive(Collection<VendorCode> vendors) {
        return vendors.isEmpty() ? Set.of() : store.inactive(vendors);
    }
}
