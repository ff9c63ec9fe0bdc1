package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads items together with their prices, a page in two statements; for a vendor on connections of its own role. */
final class PricedItemStore {
    private final JdbcClient jdbc;
    private final VendorReads vendorReads;

    PricedItemStore(JdbcClient jdbc, VendorReads vendorReads) {
        this.jdbc = jdbc;
        this.vendorReads = vendorReads;
    }

    List<VendorItem> list(VendorCode vendor, LocalDate since, String after, int limit) {
        return list(jdbc, vendor, since, after, limit);
    }

    List<VendorItem> list(VendorScope scope, LocalDate since, String after, int limit) {
        return vendorReads.as(scope, own -> list(own, scope.vendor(), since, after, limit));
    }

    List<AgreedPrice> listPrices(VendorCode vendor, Sku sku, LocalDate after, int limit) {
        return new PriceStore(jdbc).listPrices(vendor, sku, after, limit);
    }

    List<AgreedPrice> listPrices(VendorScope scope, Sku sku, LocalDate after, int limit) {
        return vendorReads.as(scope, own -> new PriceStore(own).listPrices(scope.vendor(), sku, after, limit));
    }

    /** Those of these products that are items of the vendor or were offered by it. */
    Set<Sku> known(VendorScope scope, Collection<Sku> skus) {
        return vendorReads.as(scope, own -> new ItemStore(own).known(scope.vendor(), skus));
    }

    private static List<VendorItem> list(JdbcClient jdbc, VendorCode vendor, LocalDate since, String after, int limit) {
        List<VendorItem> items = new ItemStore(jdbc).list(vendor, after, limit);
        List<Sku> skus = items.stream().map(VendorItem::sku).toList();
        Map<Sku, List<ContractedPrice>> prices = new PriceStore(jdbc).of(vendor, skus, since);
        return items.stream()
                .map(item -> item.with(prices.getOrDefault(item.sku(), List.of())))
                .toList();
    }
}
