package io.braid.routing;

import io.braid.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A point of the globe as a unit vector from its centre: worked out once per place, it makes a distance one square root
 * and one arc sine. Agrees with {@link GeoPoint#distanceKmTo} to a millimetre.
 */
record Direction(double x, double y, double z) {
    /** Twice the earth's radius, taken from the kernel so that there is one radius in the product. */
    private static final double DIAMETER_KM = new GeoPoint(0, 0).distanceKmTo(new GeoPoint(0, 90)) * 4 / Math.PI;

    /** Distances are told to the metre, so that a stored decision equals the one that was made. */
    private static final double PER_KM = 1000;

    static @Nullable Direction of(@Nullable GeoPoint point) {
        if (point == null) {
            return null;
        }
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        double flat = Math.cos(latitude);
        return new Direction(flat * Math.cos(longitude), flat * Math.sin(longitude), Math.sin(latitude));
    }

    double distanceKmTo(Direction other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        double halfChord = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
        return Math.rint(DIAMETER_KM * Math.asin(halfChord) * PER_KM) / PER_KM;
    }
}
