package io.braid.pricing;

import io.braid.catalog.Products;
import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ItemRefusal.VendorNotFound;
import io.braid.pricing.ItemRefusal.VendorSkuTaken;
import io.braid.store.BulkImport;
import io.braid.store.BulkImport.Verdict;
import io.braid.store.ImportLine;
import io.braid.store.ImportReport;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import io.braid.vendor.Vendors;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/**
 * What each vendor calls our products and what was agreed about their cost. A price that has begun is never changed: a
 * later one ends it, so that a cost that was once copied to a shipment can always be found here.
 */
public final class VendorItems {
    private final PricedItemStore store;
    private final ItemWriter writer;
    private final Products products;
    private final Vendors vendors;
    private final Transactions transactions;

    VendorItems(
            PricedItemStore store, ItemWriter writer, Products products, Vendors vendors, Transactions transactions) {
        this.store = store;
        this.writer = writer;
        this.products = products;
        this.vendors = vendors;
        this.transactions = transactions;
    }

    /** What was agreed: the item and the price that was asked for, as they are afterwards. */
    public record Agreed(VendorItem item, ContractedPrice price, Change change) {}

    /** What an agreement did. */
    public enum Change {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Adds or changes an item together with a price. The same again changes nothing. */
    public Outcome<Agreed> agree(Deed deed, VendorCode vendor, ItemDraft draft) {
        if (vendors.findVendor(vendor).isEmpty()) {
            return Outcome.refused(new VendorNotFound(vendor));
        }
        try {
            return transactions.decide(
                    () -> writer.write(deed, vendor, List.of(draft)).getFirst());
        } catch (DuplicateKeyException lostTheRace) {
            return Outcome.refused(new VendorSkuTaken(vendor, draft.vendorSku(), null));
        }
    }

    /** Makes an item what the edit says; its prices stay as they are. */
    public Outcome<VendorItem> edit(Deed deed, VendorCode vendor, ItemEdit edit, OptionalInt expectedVersion) {
        try {
            return transactions.decide(() -> writer.edit(deed, vendor, edit, expectedVersion));
        } catch (DuplicateKeyException lostTheRace) {
            return Outcome.refused(new VendorSkuTaken(vendor, edit.vendorSku(), null));
        }
    }

    /** Takes a price back that has not begun; the price that it ended goes on as it was agreed. */
    public Outcome<VendorItem> withdrawPrice(
            Deed deed, VendorItem.Key item, LocalDate validFrom, OptionalInt expectedVersion) {
        return transactions.decide(() -> writer.seen(item.vendor(), item.sku(), expectedVersion)
                .then(seen -> writer.withdraw(deed, seen, validFrom)));
    }

    /** Whether the product is an item of the vendor or was offered by it; of others it learns nothing. */
    public boolean knows(VendorScope scope, Sku sku) {
        return known(scope, Set.of(sku)).contains(sku);
    }

    /** Those of these products that are items of the vendor or were offered by it. */
    public Set<Sku> known(VendorScope scope, Set<Sku> skus) {
        return skus.isEmpty() ? Set.of() : store.known(scope, skus);
    }

    /** The same for a file of any length; see {@link BulkImport}. */
    public ImportReport importAll(Deed deed, VendorCode vendor, Iterator<ImportLine<ItemLine>> lines) {
        return BulkImport.run(
                new ItemLines(lines, products, named -> named),
                ItemDraft::keys,
                chunk -> transactions.call(() -> writer.write(deed, vendor, chunk)).stream()
                        .map(VendorItems::verdict)
                        .toList());
    }

    private static Verdict verdict(Outcome<Agreed> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Agreed>(var refusal) -> Verdict.refused(refusal.detail());
            case Outcome.Done<Agreed>(Agreed agreed) ->
                switch (agreed.change()) {
                    case CREATED -> Verdict.CREATED;
                    case CHANGED -> Verdict.UPDATED;
                    case UNCHANGED -> Verdict.UNCHANGED;
                };
        };
    }

    /** For the operator: in order of SKU behind that one, with the prices that hold on that day or later. */
    public List<VendorItem> listItems(VendorCode vendor, LocalDate since, String after, int limit) {
        return store.list(vendor, since, after, limit);
    }

    /** For the vendor itself, behind both walls. */
    public List<VendorItem> listItems(VendorScope scope, LocalDate since, String after, int limit) {
        return store.list(scope, since, after, limit);
    }

    /** Every price of an item, ended ones too, by the day it begins, behind that day. */
    public List<AgreedPrice> listPrices(VendorCode vendor, Sku sku, LocalDate after, int limit) {
        return store.listPrices(vendor, sku, after, limit);
    }

    /** The same for the vendor itself, behind both walls. */
    public List<AgreedPrice> listPrices(VendorScope scope, Sku sku, LocalDate after, int limit) {
        return store.listPrices(scope, sku, after, limit);
    }

    /** Before any day on which a price could begin. */
    public static LocalDate sinceEver() {
        return PriceStore.SINCE_EVER.minusDays(1);
    }
}
