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

/** What somebody wants a location to be. Without a point, the postal code tells where it is. */
public record LocationDraft(
        LocationCode code,
        String name,
        LocationKind kind,
        @Nullable VendorCode vendor,
        Address address,
        @Nullable GeoPoint point,
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
        List<Downtime> downtimes,
        List<CapacityLimit> capacities) {

    /** The same under another code. */
    public LocationDraft under(LocationCode other) {
        return new LocationDraft(
                other,
                name,
                kind,
                vendor,
                address,
                point,
                hours,
                cutOff,
                dailyCapacity,
                fulfillmentTypes,
                groups,
                attributes,
                autoAcknowledge,
                freshnessHours,
                rank,
                active,
                downtimes,
                capacities);
    }

    Location as(GeoPoint where, int version) {
        return new Location(
                code,
                name,
                kind,
                vendor,
                address,
                where,
                hours,
                cutOff,
                dailyCapacity,
                fulfillmentTypes,
                groups,
                attributes,
                autoAcknowledge,
                freshnessHours,
                rank,
                active,
                version,
                downtimes,
                capacities);
    }
}
