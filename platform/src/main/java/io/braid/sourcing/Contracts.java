package io.braid.sourcing;

import io.braid.inventory.StockOffer;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ContractedPrices;
import io.braid.pricing.ValidPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What vendors agreed to charge on a day for some products, and which of them take no orders. Contracts speak of days;
 * the operator's day is that of UTC.
 */
record Contracts(LocalDate day, Map<Sku, Map<VendorCode, ValidPrice>> prices, Set<VendorCode> inactive) {

    /** The contracts of those who have these units; without vendors among them nothing is read. */
    static Contracts read(
            ContractedPrices from, Map<LocationCode, KnownLocation> where, List<StockOffer> offers, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Set<Sku> skus = new HashSet<>();
        offers.forEach(offer -> skus.add(offer.sku()));
        return read(from, where, skus, day).knowingInactive(from, where, offers);
    }

    private static Contracts read(
            ContractedPrices from, Map<LocationCode, KnownLocation> where, Set<Sku> skus, LocalDate day) {
        Map<Sku, Map<VendorCode, ValidPrice>> prices = new HashMap<>();
        if (where.values().stream().anyMatch(known -> known.location().vendor() != null)) {
            for (ValidPrice price : from.validOn(day, skus)) {
                prices.computeIfAbsent(price.sku(), s -> new HashMap<>()).put(price.vendor(), price);
            }
        }
        return new Contracts(day, prices, Set.of());
    }

    /** Who takes no orders is asked only where stock lies at somebody's who has no price for it. */
    private Contracts knowingInactive(
            ContractedPrices from, Map<LocationCode, KnownLocation> where, Collection<StockOffer> offers) {
        Set<VendorCode> without = new HashSet<>();
        for (StockOffer offer : offers) {
            KnownLocation known = where.get(offer.location());
            VendorCode vendor = known == null ? null : known.location().vendor();
            if (vendor != null && offer.barred() == null && price(vendor, offer.sku()) == null) {
                without.add(vendor);
            }
        }
        return new Contracts(day, prices, from.inactive(without));
    }

    /** Null for what is nobody's but ours, and where nothing is agreed. */
    @Nullable
    ValidPrice price(@Nullable VendorCode vendor, Sku sku) {
        return vendor == null ? null : prices.getOrDefault(sku, Map.of()).get(vendor);
    }

    /** Why a product of an owner without a price for it may not be used. */
    String withoutPrice(VendorCode vendor, Sku sku) {
        return inactive.contains(vendor)
                ? "vendor " + vendor + " is not active"
                : "no contracted price on " + day + " for " + sku;
    }

    /** Units of a product at a location under these contracts. */
    Lot lot(KnownLocation at, Sku sku, int units, @Nullable String barred) {
        VendorCode vendor = at.location().vendor();
        ValidPrice price = price(vendor, sku);
        String why = barred != null || vendor == null || price != null ? barred : withoutPrice(vendor, sku);
        return new Lot(at, price, why, units);
    }
}
