package io.braid.carriage;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a shipment goes, as far as it is known.
 *
 * @param postalCode in the form of {@link io.braid.kernel.PostalCode}; null when only the point is known
 */
public record Destination(
        CountryCode country,
        @Nullable String postalCode,
        @Nullable GeoPoint point) {}
