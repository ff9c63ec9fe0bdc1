package io.braid.catalog;

import io.braid.catalog.ProductRefusal.ProductNotFound;
import io.braid.catalog.ProductRefusal.SkuTaken;
import io.braid.catalog.ProductRefusal.UpcTaken;
import io.braid.catalog.ProductRefusal.VersionConflict;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.store.BulkImport;
import io.braid.store.BulkImport.Verdict;
import io.braid.store.ImportLine;
import io.braid.store.ImportReport;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.dao.DuplicateKeyException;

/**
 * What the operator sells, by SKU and by GTIN, each of them one product's only. A product is changed as a whole, its
 * version counts the changes, and what changes nothing leaves no entry. Products are never removed: orders name them.
 */
public final class Products {
    private final ProductStore store;
    private final Journal journal;
    private final Transactions transactions;

    Products(ProductStore store, Journal journal, Transactions transactions) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Those that exist, in one statement. */
    public Map<Sku, Product> findAll(Collection<Sku> skus) {
        return skus.isEmpty() ? Map.of() : store.findAll(skus);
    }

    public Optional<Product> findProduct(Sku sku) {
        return Optional.ofNullable(findAll(List.of(sku)).get(sku));
    }

    /** What is sold under these GTINs, in one statement. */
    public Map<Upc, Sku> skusOf(Collection<Upc> upcs) {
        return upcs.isEmpty() ? Map.of() : store.holders(upcs);
    }

    /** In order of SKU, beginning behind that one ({@code ""} for the first page). */
    public List<Product> listProducts(ProductFilter filter, String after, int limit) {
        return store.list(filter, after, limit);
    }

    public Outcome<Product> create(Deed deed, ProductDraft draft) {
        return transactions.decide(() -> {
            Map<Sku, Integer> created = store.insertMissing(List.of(draft), deed.at());
            if (created.isEmpty()) {
                return Outcome.refused(whyNotNew(draft));
            }
            journal.record(deed, entries(List.of(draft), created));
            return Outcome.done(draft.as(1));
        });
    }

    /** Either key was taken, perhaps a moment ago by somebody else: by now that is visible. */
    private ProductRefusal whyNotNew(ProductDraft draft) {
        Sku holder = store.holders(List.of(draft.upc())).get(draft.upc());
        return holder == null || holder.equals(draft.sku())
                ? new SkuTaken(draft.sku())
                : new UpcTaken(draft.upc(), holder);
    }

    /**
     * Makes an existing product what the draft says.
     *
     * @param expectedVersion the version the caller saw; empty takes whatever is there
     */
    public Outcome<Product> change(Deed deed, ProductDraft draft, OptionalInt expectedVersion) {
        try {
            return transactions.decide(() -> changeLocked(deed, draft, expectedVersion));
        } catch (DuplicateKeyException lostTheRace) {
            // Somebody gave the GTIN to another product between our look and our write.
            return Outcome.refused(new UpcTaken(draft.upc(), null));
        }
    }

    private Outcome<Product> changeLocked(Deed deed, ProductDraft draft, OptionalInt expectedVersion) {
        Optional<Integer> current = store.lockVersion(draft.sku());
        if (current.isEmpty()) {
            return Outcome.refused(new ProductNotFound(draft.sku()));
        }
        if (expectedVersion.orElse(current.get()) != current.get()) {
            return Outcome.refused(new VersionConflict(draft.sku(), expectedVersion.getAsInt(), current.get()));
        }
        Sku holder = store.holders(List.of(draft.upc())).get(draft.upc());
        if (holder != null && !holder.equals(draft.sku())) {
            return Outcome.refused(new UpcTaken(draft.upc(), holder));
        }
        Map<Sku, Integer> changed = store.upsert(List.of(draft), deed.at());
        journal.record(deed, entries(List.of(draft), changed));
        return Outcome.done(draft.as(changed.getOrDefault(draft.sku(), current.get())));
    }

    /** Creates and changes products line by line, in any number; see {@link BulkImport}. */
    public ImportReport importAll(Deed deed, Iterator<ImportLine<ProductLine>> lines) {
        return BulkImport.run(lines, ProductLine::keys, chunk -> transactions.call(() -> write(deed, chunk)));
    }

    private List<Verdict> write(Deed deed, List<ProductLine> chunk) {
        Map<Sku, Product> current = findAll(chunk.stream().map(ProductLine::sku).toList());
        Map<Upc, Sku> holders =
                store.holders(chunk.stream().map(ProductLine::upc).toList());
        List<ProductDraft> drafts = chunk.stream()
                .filter(line -> line.sku().equals(holders.getOrDefault(line.upc(), line.sku())))
                .map(line -> line.over(current.get(line.sku())))
                .toList();
        Map<Sku, Integer> versions = store.upsert(drafts, deed.at());
        journal.record(deed, entries(drafts, versions));
        return chunk.stream().map(line -> verdict(line, holders, versions)).toList();
    }

    private static Verdict verdict(ProductLine line, Map<Upc, Sku> holders, Map<Sku, Integer> versions) {
        Sku holder = holders.getOrDefault(line.upc(), line.sku());
        if (!holder.equals(line.sku())) {
            return Verdict.refused(new UpcTaken(line.upc(), holder).detail());
        }
        Integer version = versions.get(line.sku());
        if (version == null) {
            return Verdict.UNCHANGED;
        }
        return version == 1 ? Verdict.CREATED : Verdict.UPDATED;
    }

    private static List<Entry> entries(List<ProductDraft> drafts, Map<Sku, Integer> versions) {
        List<Entry> entries = new ArrayList<>(versions.size());
        for (ProductDraft draft : drafts) {
            Integer version = versions.get(draft.sku());
            if (version != null) {
                Subject subject = Subject.of("product", draft.sku().text());
                String type = version == 1 ? "ProductCreated" : "ProductChanged";
                entries.add(new Entry(subject, version, type, null, null, draft.facts()));
            }
        }
        return entries;
    }
}
