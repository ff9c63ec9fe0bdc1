package io.braid.location;

import io.braid.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A location as the journal keeps it: everything that decides where orders go, and no one's name or telephone. Two
 * versions are compared by their entries.
 */
final class LocationFacts {
    private LocationFacts() {}

    static Map<String, @Nullable Object> of(Location location) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("name", location.name());
        facts.put("kind", location.kind());
        facts.put("vendor", location.vendor());
        facts.put("city", location.address().city());
        facts.put("region", location.address().region());
        facts.put("postalCode", location.address().postalCode());
        facts.put("country", location.address().country());
        facts.put("latitude", location.point().latitude());
        facts.put("longitude", location.point().longitude());
        facts.put("timeZone", location.hours().zone().getId());
        facts.put("operatingHours", LocationRow.windows(location.hours()));
        facts.put("holidays", new TreeSet<>(location.hours().holidays()));
        facts.put("cutOff", location.cutOff());
        facts.put("dailyCapacity", location.dailyCapacity());
        facts.put("fulfillmentTypes", new TreeSet<>(location.fulfillmentTypes()));
        facts.put("groups", new TreeSet<>(location.groups()));
        facts.put("attributes", location.attributes());
        facts.put("autoAcknowledge", location.autoAcknowledge());
        facts.put("freshnessHours", location.freshnessHours());
        facts.put("rank", location.rank());
        facts.put("active", location.active());
        if (!location.downtimes().isEmpty()) {
            facts.put("downtimes", Json.write(location.downtimes()));
        }
        if (!location.capacities().isEmpty()) {
            facts.put("capacities", Json.write(location.capacities()));
        }
        return facts;
    }
}
