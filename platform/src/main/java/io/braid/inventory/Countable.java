package io.braid.inventory;

import io.braid.kernel.Sku;
import java.util.Set;

/** Of which products somebody may tell counts; of what it leaves out the teller learns nothing, not even that it is. */
@FunctionalInterface
public interface Countable {
    /** For the operator: whatever there is. */
    Countable ANY = skus -> skus;

    /** Those of them that may be counted. */
    Set<Sku> among(Set<Sku> skus);
}
