package io.braid.routing;

import io.braid.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Where something is. Without a point the distance is unknown: filters on it do not hold, sorts put it last. */
public record Place(
        @Nullable GeoPoint point,
        @Nullable String country,
        @Nullable String region,
        @Nullable String postalCode) {}
