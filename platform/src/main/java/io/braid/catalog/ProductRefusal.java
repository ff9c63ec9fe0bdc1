package io.braid.catalog;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Sku;
import io.braid.kernel.Stale;
import io.braid.kernel.Upc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a product was not stored. */
public sealed interface ProductRefusal extends Refusal {
    /** There is no product of that SKU. */
    record ProductNotFound(Sku sku) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no product " + sku + ".";
        }
    }

    /** Somebody created it before. */
    record SkuTaken(Sku sku) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "There is a product " + sku + " already; change it with PUT /products/" + sku + ".";
        }
    }

    /** One GTIN names one product; the holder is null when it appeared a moment ago. */
    record UpcTaken(Upc upc, @Nullable Sku holder) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The GTIN " + upc + " belongs to " + other() + "; a GTIN names one product only.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/upc", "belongs to " + other()));
        }

        private String other() {
            return holder == null ? "another product" : "product " + holder;
        }
    }

    /** It changed since the caller read it. */
    record VersionConflict(Sku sku, int expected, int currentVersion) implements ProductRefusal, Stale {
        @Override
        public String detail() {
            return "Product " + sku + " is at version " + currentVersion + ", not " + expected
                    + ": read it again and repeat the change.";
        }
    }
}
