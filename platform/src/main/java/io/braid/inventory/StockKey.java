package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names a position: one product at one location. The order of keys, product first, is the one order in which rows of
 * stock are locked anywhere, so that no two transactions wait for each other in a circle.
 */
public record StockKey(Sku sku, LocationCode location) implements Comparable<StockKey> {
    /** Odd and large: codes that count upwards, as most do, would meet all the time under a small factor. */
    private static final int SPREAD = 0x9E3779B1;

    private static final Comparator<StockKey> LOCK_ORDER =
            Comparator.comparing(StockKey::sku).thenComparing(StockKey::location);

    @Override
    public int compareTo(StockKey other) {
        return LOCK_ORDER.compare(this, other);
    }

    // Written out because every candidate of every order is looked up by one: what a record is given by itself is
    // slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StockKey(Sku otherSku, LocationCode otherLocation)
                && sku.text().equals(otherSku.text())
                && location.text().equals(otherLocation.text());
    }

    @Override
    public int hashCode() {
        return SPREAD * sku.text().hashCode() + location.text().hashCode();
    }

    @Override
    public String toString() {
        return location + "/" + sku;
    }
}
