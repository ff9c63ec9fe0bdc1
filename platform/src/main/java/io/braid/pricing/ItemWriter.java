package io.braid.pricing;

import io.braid.catalog.Products;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ItemRefusal.CurrencyIsSettled;
import io.braid.pricing.ItemRefusal.ItemNotFound;
import io.braid.pricing.ItemRefusal.UnknownSku;
import io.braid.pricing.ItemRefusal.VendorSkuTaken;
import io.braid.pricing.ItemRefusal.VersionConflict;
import io.braid.pricing.PriceCalendar.Step;
import io.braid.pricing.VendorItems.Agreed;
import io.braid.pricing.VendorItems.Change;
import io.braid.store.Ids;
import io.braid.vendor.Vendors;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes items and prices of one vendor, any number in the same few statements. The items' rows are locked before their
 * prices are looked at, so that two writers cannot both end the same price. It runs in the caller's transaction.
 */
final class ItemWriter {
    private final ItemStore items;
    private final PriceStore prices;
    private final Products products;
    private final Vendors vendors;
    private final Journal journal;

    ItemWriter(ItemStore items, PriceStore prices, Products products, Vendors vendors, Journal journal) {
        this.items = items;
        this.prices = prices;
        this.products = products;
        this.vendors = vendors;
        this.journal = journal;
    }

    /** One answer per draft, in order; no two drafts may name the same product or vendor's number. */
    List<Outcome<Agreed>> write(Deed deed, VendorCode vendor, List<ItemDraft> drafts) {
        List<Outcome<ItemDraft>> named = inItsCurrency(vendor, named(vendor, drafts));
        List<ItemDraft> good = done(named);
        Set<Sku> created = items.insertMissing(vendor, good, deed.at());
        Map<Sku, VendorItem> locked =
                locked(vendor, good.stream().map(ItemDraft::sku).toList());
        List<Outcome<ItemPlan>> plans = new ArrayList<>(drafts.size());
        for (Outcome<ItemDraft> outcome : named) {
            plans.add(outcome.then(draft -> {
                VendorItem before = locked.get(draft.sku());
                if (before == null) {
                    throw new IllegalStateException("item " + vendor + "/" + draft.sku() + " vanished while writing");
                }
                return plan(deed, draft, before, created);
            }));
        }
        carryOut(deed, vendor, done(plans).stream().filter(ItemPlan::changes).toList());
        return plans.stream().map(plan -> plan.map(ItemWriter::agreed)).toList();
    }

    /** Those whose product exists and whose vendor's number is free, or their refusals. */
    private List<Outcome<ItemDraft>> named(VendorCode vendor, List<ItemDraft> drafts) {
        Set<Sku> known =
                products.findAll(drafts.stream().map(ItemDraft::sku).toList()).keySet();
        Map<String, Sku> holders =
                items.holders(vendor, drafts.stream().map(ItemDraft::vendorSku).toList());
        return drafts.stream()
                .map(draft -> named(vendor, draft, known, holders))
                .toList();
    }

    private static Outcome<ItemDraft> named(
            VendorCode vendor, ItemDraft draft, Set<Sku> known, Map<String, Sku> holders) {
        if (!known.contains(draft.sku())) {
            return Outcome.refused(new UnknownSku(draft.sku()));
        }
        Sku holder = holders.getOrDefault(draft.vendorSku(), draft.sku());
        return holder.equals(draft.sku())
                ? Outcome.done(draft)
                : Outcome.refused(new VendorSkuTaken(vendor, draft.vendorSku(), holder));
    }

    private List<Outcome<ItemDraft>> inItsCurrency(VendorCode vendor, List<Outcome<ItemDraft>> named) {
        List<ItemDraft> good = done(named);
        if (good.isEmpty()) {
            return named;
        }
        Currency settled = vendors.currencyOf(vendor, currency(good.getFirst()));
        return named.stream()
                .map(outcome -> outcome.then(draft -> currency(draft).equals(settled)
                        ? Outcome.done(draft)
                        : Outcome.<ItemDraft>refused(new CurrencyIsSettled(vendor, settled, currency(draft)))))
                .toList();
    }

    private static Currency currency(ItemDraft draft) {
        return draft.unitCost().money().currency();
    }

    /** Makes an item what the edit says; its prices stay. */
    Outcome<VendorItem> edit(Deed deed, VendorCode vendor, ItemEdit edit, OptionalInt expectedVersion) {
        return seen(vendor, edit.sku(), expectedVersion).then(before -> edit(deed, before, edit));
    }

    /** The item at that version, locked until the end of the transaction. */
    Outcome<VendorItem> seen(VendorCode vendor, Sku sku, OptionalInt expectedVersion) {
        VendorItem item = locked(vendor, List.of(sku)).get(sku);
        if (item == null) {
            return Outcome.refused(new ItemNotFound(vendor, sku));
        }
        int current = item.version();
        return expectedVersion.orElse(current) == current
                ? Outcome.done(item)
                : Outcome.refused(new VersionConflict(vendor, sku, expectedVersion.getAsInt(), current));
    }

    private Outcome<VendorItem> edit(Deed deed, VendorItem before, ItemEdit edit) {
        VendorCode vendor = before.vendor();
        Sku holder = items.holders(vendor, List.of(edit.vendorSku())).getOrDefault(edit.vendorSku(), edit.sku());
        if (!holder.equals(edit.sku())) {
            return Outcome.refused(new VendorSkuTaken(vendor, edit.vendorSku(), holder));
        }
        if (edit.of(before, before.version()).equals(before)) {
            return Outcome.done(before);
        }
        VendorItem after = edit.of(before, before.version() + 1);
        items.update(vendor, List.of(after), deed.at());
        Subject subject = Subject.of("item", vendor + "/" + edit.sku());
        journal.record(
                deed, List.of(new Entry(subject, after.version(), "VendorItemChanged", null, null, after.facts())));
        return Outcome.done(after);
    }

    private Map<Sku, VendorItem> locked(VendorCode vendor, List<Sku> skus) {
        Map<Sku, VendorItem> locked = items.lock(vendor, skus);
        Map<Sku, List<ContractedPrice>> known = prices.of(vendor, skus, PriceStore.SINCE_EVER);
        locked.replaceAll((sku, item) -> item.with(known.getOrDefault(sku, List.of())));
        return locked;
    }

    private static Outcome<ItemPlan> plan(Deed deed, ItemDraft draft, VendorItem before, Set<Sku> created) {
        Outcome<Step> step = new PriceCalendar(before.prices()).agree(draft, today(deed));
        return step.map(done -> new ItemPlan(draft, before, created.contains(draft.sku()), done, Ids.newId(deed.at())));
    }

    /** Days are counted in UTC, as those are on which prices are looked up. */
    private static LocalDate today(Deed deed) {
        return LocalDate.ofInstant(deed.at(), ZoneOffset.UTC);
    }

    /** Takes a price back that has not begun; the one that it ended goes on as it was agreed. */
    Outcome<VendorItem> withdraw(Deed deed, VendorItem named, LocalDate from) {
        return new PriceCalendar(named.prices())
                .withdraw(named, from, today(deed))
                .map(price -> withdrawn(deed, named, price));
    }

    private VendorItem withdrawn(Deed deed, VendorItem before, ContractedPrice price) {
        prices.withdraw(before, price);
        VendorItem after = new ItemEdit(
                        before.sku(),
                        before.vendorSku(),
                        before.packSize(),
                        before.leadTimeDays(),
                        before.discontinuedOn())
                .of(before, before.version() + 1);
        items.update(before.vendor(), List.of(after), deed.at());
        Map<String, Object> facts = after.facts();
        facts.put("withdrawnPrice", price);
        Subject subject = Subject.of("item", before.vendor() + "/" + before.sku());
        journal.record(deed, List.of(new Entry(subject, after.version(), "PriceWithdrawn", null, null, facts)));
        return seen(before.vendor(), before.sku(), OptionalInt.empty()).orThrow();
    }

    private void carryOut(Deed deed, VendorCode vendor, List<ItemPlan> plans) {
        items.update(
                vendor,
                plans.stream().filter(plan -> !plan.isNew()).map(ItemPlan::item).toList(),
                deed.at());
        prices.end(plans.stream().filter(plan -> plan.ending().isPresent()).toList());
        prices.correct(
                deed,
                plans.stream()
                        .filter(plan -> plan.step() instanceof Step.Corrects)
                        .toList());
        prices.insert(
                deed,
                vendor,
                plans.stream()
                        .filter(plan -> plan.step() instanceof Step.Begins)
                        .toList());
        journal.record(deed, plans.stream().map(ItemPlan::entry).toList());
    }

    private static Agreed agreed(ItemPlan plan) {
        Change change;
        if (plan.isNew()) {
            change = Change.CREATED;
        } else {
            change = plan.changes() ? Change.CHANGED : Change.UNCHANGED;
        }
        return new Agreed(plan.item(), plan.price(), change);
    }

    private static <T> List<T> done(List<Outcome<T>> outcomes) {
        List<T> done = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Outcome.Done<T>(T value)) {
                done.add(value);
            }
        }
        return done;
    }
}
