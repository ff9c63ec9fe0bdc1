package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import java.util.function.Function;

/** One line of a file of items: it names the product by the operator's SKU or by its GTIN. */
public sealed interface ItemLine {
    /** By the SKU. */
    record OfSku(ItemDraft draft) implements ItemLine {}

    /** By the GTIN; the rest waits for the SKU. */
    record OfUpc(Upc upc, Function<Sku, ItemDraft> draft) implements ItemLine {}
}
