package io.braid.pricing;

import io.braid.kernel.VendorCode;
import io.braid.vendor.Requirement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Without a contracted price a vendor's location can never win an order: one item that has one, now or later. */
final class NeedsPricedItem implements Requirement {
    private final PriceStore prices;
    private final Clock clock;

    NeedsPricedItem(PriceStore prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public List<String> missing(VendorCode vendor) {
        return prices.existsOf(vendor, LocalDate.ofInstant(clock.instant(), clock.getZone()))
                ? List.of()
                : List.of("PRICED_ITEM");
    }
}
