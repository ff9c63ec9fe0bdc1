package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor calls one of our products, and what it costs.
 *
 * @param packSize units in the vendor's own unit of measure
 * @param prices in order of their days
 */
public record VendorItem(
        VendorCode vendor,
        String vendorSku,
        Sku sku,
        Upc upc,
        String productName,
        int packSize,
        int leadTimeDays,
        @Nullable LocalDate discontinuedOn,
        List<ContractedPrice> prices,
        int version) {
    /** Which item it is. */
    public record Key(VendorCode vendor, Sku sku) {}

    public VendorItem {
        prices = List.copyOf(prices);
    }

    VendorItem with(List<ContractedPrice> known) {
        return new VendorItem(
                vendor, vendorSku, sku, upc, productName, packSize, leadTimeDays, discontinuedOn, known, version);
    }

    /** Without the prices that ended before that day. */
    public VendorItem since(LocalDate day) {
        return with(prices.stream().filter(price -> price.overlaps(day, null)).toList());
    }

    /** What an entry tells of it, beside its prices. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("vendorSku", vendorSku);
        facts.put("packSize", packSize);
        facts.put("leadTimeDays", leadTimeDays);
        if (discontinuedOn != null) {
            facts.put("discontinuedOn", discontinuedOn);
        }
        return facts;
    }
}
