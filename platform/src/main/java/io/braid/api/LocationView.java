package io.braid.api;

import io.braid.kernel.CountryCode;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OpeningHours;
import io.braid.kernel.VendorCode;
import io.braid.location.Address;
import io.braid.location.FulfillmentType;
import io.braid.location.Location;
import io.braid.location.LocationKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A location as it is shown; what was sent can be read back the same. */
record LocationView(
        LocationCode code,
        String name,
        LocationKind kind,
        @Nullable VendorCode vendor,
        AddressView address,
        double latitude,
        double longitude,
        String timeZone,
        List<WindowView> operatingHours,
        List<LocalDate> holidays,
        @Nullable String cutOff,
        @Nullable Integer dailyCapacity,
        List<FulfillmentType> fulfillmentTypes,
        List<String> groups,
        Map<String, Object> attributes,
        boolean autoAcknowledge,
        @Nullable Integer freshnessHours,
        int rank,
        boolean active,
        List<LocationPlans.DowntimeBody> downtimes,
        List<LocationPlans.CapacityBody> capacities,
        int version) {

    record AddressView(
            String name,
            String line1,
            @Nullable String line2,
            String city,
            String region,
            String postalCode,
            CountryCode country,
            @Nullable String phone) {
        static AddressView of(Address address) {
            return new AddressView(
                    address.name(),
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.region(),
                    address.postalCode(),
                    address.country(),
                    address.phone());
        }
    }

    record WindowView(String day, String open, String close) {
        static WindowView of(OpeningHours.Window window) {
            return new WindowView(window.day().name().substring(0, 3), clock(window.open()), clock(window.close()));
        }
    }

    static LocationView of(Location location) {
        LocalTime cutOff = location.cutOff();
        OpeningHours hours = location.hours();
        return new LocationView(
                location.code(),
                location.name(),
                location.kind(),
                location.vendor(),
                AddressView.of(location.address()),
                location.point().latitude(),
                location.point().longitude(),
                hours.zone().getId(),
                hours.windows().stream().map(WindowView::of).toList(),
                hours.holidays().stream().sorted().toList(),
                cutOff == null ? null : clock(cutOff),
                location.dailyCapacity(),
                location.fulfillmentTypes().stream().sorted().toList(),
                location.groups().stream().sorted().toList(),
                new TreeMap<>(location.attributes()),
                location.autoAcknowledge(),
                location.freshnessHours(),
                location.rank(),
                location.active(),
                location.downtimes().stream()
                        .map(LocationPlans.DowntimeBody::of)
                        .toList(),
                location.capacities().stream()
                        .map(LocationPlans.CapacityBody::of)
                        .toList(),
                location.version());
    }

    private static String clock(LocalTime minute) {
        return minute.toString().substring(0, 5);
    }
}
