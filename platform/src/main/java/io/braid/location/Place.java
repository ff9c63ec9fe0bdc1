package io.braid.location;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;

/** One line of a table of postal codes. */
public record Place(PostalCode code, String place, String region, GeoPoint point) {}
