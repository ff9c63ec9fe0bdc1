package io.braid.location;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OpeningHours;
import io.braid.kernel.VendorCode;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place that can fulfil, at one version. Owned and vendor locations are the same kind of thing; a vendor's one has
 * its vendor, and that is the only difference.
 *
 * @param cutOff the wall-clock time after which an order waits for the next day; null when there is none
 * @param dailyCapacity shipments it takes per local day; null when unlimited
 * @param freshnessHours how old a stock figure may be and still be offered; null when any age will do
 * @param downtimes planned, in order of their beginnings
 * @param capacities beside the daily one; at most one per measure and window
 * @param rank the operator's order of preference, lower first
 */
public record Location(
        LocationCode code,
        String name,
        LocationKind kind,
        @Nullable VendorCode vendor,
        Address address,
        GeoPoint point,
        OpeningHours hours,
        @Nullable LocalTime cutOff,
        @Nullable Integer dailyCapacity,
        Set<FulfillmentType> fulfillmentTypes,
        Set<String> groups,
        Map<String, Object> attributes,
        boolean autoAcknowledge,
        @Nullable Integer freshnessHours,
        int rank,
        boolean active,
        int version,
        List<Downtime> downtimes,
        List<CapacityLimit> capacities) {
    public Location {
        fulfillmentTypes = Set.copyOf(fulfillmentTypes);
        groups = Set.copyOf(groups);
        attributes = Map.copyOf(attributes);
        downtimes = List.copyOf(downtimes);
        capacities = List.copyOf(capacities);
    }
}
