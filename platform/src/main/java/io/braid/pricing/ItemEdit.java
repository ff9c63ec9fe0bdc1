package io.braid.pricing;

import io.braid.kernel.Sku;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an item is to be, all but its prices.
 *
 * @param packSize units in the vendor's own unit of measure
 * @param discontinuedOn the first day on which it is sold no more; null when there is none
 */
public record ItemEdit(
        Sku sku,
        String vendorSku,
        int packSize,
        int leadTimeDays,
        @Nullable LocalDate discontinuedOn) {

    VendorItem of(VendorItem item, int version) {
        return new VendorItem(
                item.vendor(),
                vendorSku,
                sku,
                item.upc(),
                item.productName(),
                packSize,
                leadTimeDays,
                discontinuedOn,
                item.prices(),
                version);
    }
}
