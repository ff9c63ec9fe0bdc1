package io.braid.pricing;

import io.braid.catalog.Products;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.pricing.ItemLine.OfSku;
import io.braid.pricing.ItemLine.OfUpc;
import io.braid.pricing.ItemRefusal.NotYourItem;
import io.braid.store.ImportLine;
import io.braid.store.ImportLine.Broken;
import io.braid.store.ImportLine.Parsed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Lines with the products they mean: GTINs are looked up a few hundred at a time, so memory stays constant. */
final class ItemLines implements Iterator<ImportLine<ItemDraft>> {
    private static final int AHEAD_MAX = 500;

    private final Iterator<ImportLine<ItemLine>> lines;
    private final Products products;
    private final UnaryOperator<Set<Sku>> nameable;
    private final Queue<ImportLine<ItemDraft>> ready = new ArrayDeque<>();

    /** {@code nameable} tells which of some SKUs may be named as such; what it does not answer is a broken line. */
    ItemLines(Iterator<ImportLine<ItemLine>> lines, Products products, UnaryOperator<Set<Sku>> nameable) {
        this.lines = lines;
        this.products = products;
        this.nameable = nameable;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            readAhead();
        }
        return !ready.isEmpty();
    }

    @Override
    public ImportLine<ItemDraft> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readAhead() {
        List<ImportLine<ItemLine>> chunk = new ArrayList<>();
        Set<Upc> upcs = new HashSet<>();
        Set<Sku> skus = new HashSet<>();
        while (chunk.size() < AHEAD_MAX && lines.hasNext()) {
            ImportLine<ItemLine> line = lines.next();
            chunk.add(line);
            if (line instanceof Parsed<ItemLine>(long _, OfUpc(Upc upc, var _))) {
                upcs.add(upc);
            }
            if (line instanceof Parsed<ItemLine>(long _, OfSku(ItemDraft draft))) {
                skus.add(draft.sku());
            }
        }
        Map<Upc, Sku> known = products.skusOf(upcs);
        Set<Sku> named = skus.isEmpty() ? Set.of() : nameable.apply(skus);
        chunk.forEach(line -> ready.add(meant(line, known, named)));
    }

    private static ImportLine<ItemDraft> meant(ImportLine<ItemLine> line, Map<Upc, Sku> known, Set<Sku> named) {
        return switch (line) {
            case Broken<ItemLine>(long number, String reason) -> new Broken<>(number, reason);
            case Parsed<ItemLine>(long number, OfSku(ItemDraft draft)) ->
                named.contains(draft.sku())
                        ? new Parsed<>(number, draft)
                        : new Broken<>(number, new NotYourItem(draft.sku()).detail());
            case Parsed<ItemLine>(long number, OfUpc(Upc upc, var draft)) -> {
                Sku sku = known.get(upc);
                yield sku == null
                        ? new Broken<>(number, "There is no product with the UPC " + upc.digits() + ".")
                        : new Parsed<>(number, draft.apply(sku));
            }
        };
    }
}
