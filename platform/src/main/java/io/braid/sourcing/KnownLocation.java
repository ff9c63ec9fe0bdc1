package io.braid.sourcing;

import io.braid.location.FulfillmentType;
import io.braid.location.Location;
import io.braid.routing.LocationFacts;
import io.braid.routing.Place;
import java.util.stream.Collectors;

/** A location with what the engine is told of it. */
record KnownLocation(Location location, LocationFacts facts) {
    static KnownLocation of(Location location) {
        return new KnownLocation(location, translate(location));
    }

    private static LocationFacts translate(Location location) {
        return new LocationFacts(
                new LocationFacts.Identity(
                        location.code().text(),
                        location.kind().name(),
                        location.active(),
                        location.rank(),
                        location.groups()),
                new Place(
                        location.point(),
                        location.address().country().text(),
                        location.address().region(),
                        location.address().postal().code()),
                new LocationFacts.Workday(
                        location.hours(),
                        location.cutOff(),
                        location.dailyCapacity(),
                        location.fulfillmentTypes().stream()
                                .map(FulfillmentType::name)
                                .collect(Collectors.toSet()),
                        location.downtimes().stream()
                                .map(down -> new LocationFacts.Downtime(down.from(), down.to()))
                                .toList()),
                location.attributes());
    }
}
