package io.braid.pricing;

import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ItemRefusal.CurrencyIsSettled;
import io.braid.pricing.ItemRefusal.VendorSkuTaken;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether offers could be agreed on together with what the vendor's items are and with its other open offers: all in
 * one currency, and one product for each of the vendor's numbers. It does not look at days; agreeing does.
 */
final class OfferChecks {
    private final VendorCode vendor;
    private final Map<String, Sku> holders;
    private @Nullable Currency currency;

    /**
     * Knows what is there before the offers.
     *
     * @param currency of prices or of other open offers; null when there are none, and the first offer decides
     * @param holders the products that numbers of the vendor name already
     */
    OfferChecks(VendorCode vendor, @Nullable Currency currency, Map<String, Sku> holders) {
        this.vendor = vendor;
        this.currency = currency;
        this.holders = new HashMap<>(holders);
    }

    /** One answer per offer, in order; what is refused says nothing about the others. */
    List<Outcome<ItemDraft>> check(List<ItemDraft> offers) {
        return offers.stream().map(this::check).toList();
    }

    private Outcome<ItemDraft> check(ItemDraft offer) {
        Currency given = offer.unitCost().money().currency();
        if (currency != null && !currency.equals(given)) {
            return Outcome.refused(new CurrencyIsSettled(vendor, currency, given));
        }
        Sku holder = holders.getOrDefault(offer.vendorSku(), offer.sku());
        if (!holder.equals(offer.sku())) {
            return Outcome.refused(new VendorSkuTaken(vendor, offer.vendorSku(), holder));
        }
        currency = given;
        holders.put(offer.vendorSku(), offer.sku());
        return Outcome.done(offer);
    }
}
