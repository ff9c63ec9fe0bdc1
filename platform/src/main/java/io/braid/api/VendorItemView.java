package io.braid.api;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ContractedPrice;
import io.braid.pricing.VendorItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor item as it is shown: the price that holds (or will hold first) in front, all that hold now or later behind.
 */
record VendorItemView(
        VendorCode vendor,
        String vendorSku,
        Sku sku,
        Upc upc,
        String name,
        @Nullable UnitCost unitCost,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        int packSize,
        int leadTimeDays,
        @Nullable LocalDate discontinuedOn,
        List<PriceView> prices,
        int version) {

    record PriceView(
            UnitCost unitCost,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static PriceView of(ContractedPrice price) {
            return new PriceView(price.unitCost(), price.validFrom(), price.validTo());
        }
    }

    /** Prices come in order of their days, without those that ended before today: the first one is the answer. */
    static VendorItemView of(VendorItem item) {
        return of(item, item.prices().isEmpty() ? null : item.prices().getFirst());
    }

    static VendorItemView of(VendorItem item, @Nullable ContractedPrice shown) {
        return new VendorItemView(
                item.vendor(),
                item.vendorSku(),
                item.sku(),
                item.upc(),
                item.productName(),
                shown == null ? null : shown.unitCost(),
                shown == null ? null : shown.validFrom(),
                shown == null ? null : shown.validTo(),
                item.packSize(),
                item.leadTimeDays(),
                item.discontinuedOn(),
                item.prices().stream().map(PriceView::of).toList(),
                item.version());
    }
}
