package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many units of a product can be promised, in all and by location: the nearest first when a place was asked for.
 */
public record ProductAvailability(Sku sku, long available, List<AtLocation> locations) {
    /** The part of it at those locations. */
    public ProductAvailability at(Predicate<LocationCode> which) {
        List<AtLocation> some =
                locations.stream().filter(one -> which.test(one.location())).toList();
        return new ProductAvailability(
                sku, some.stream().mapToLong(AtLocation::available).sum(), some);
    }

    /**
     * One location's part.
     *
     * @param distanceKm null when no place was asked for
     */
    public record AtLocation(
            LocationCode location, int available, @Nullable Double distanceKm) {}
}
