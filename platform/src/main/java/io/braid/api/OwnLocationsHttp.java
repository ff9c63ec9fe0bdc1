package io.braid.api;

import io.braid.api.LocationView.AddressView;
import io.braid.api.LocationView.WindowView;
import io.braid.api.Needs.Audience;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.FulfillmentType;
import io.braid.location.Location;
import io.braid.location.LocationDraft;
import io.braid.location.LocationFilter;
import io.braid.location.LocationKind;
import io.braid.location.Locations;
import io.braid.vendor.OwnLocations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A vendor's own locations under its own codes. What steers the operator's routing (rank, groups, attributes,
 * freshness, further capacities, acknowledging by itself) is not the vendor's to see or set, and stays when the vendor
 * changes the rest.
 */
@RestController
@RequestMapping("/api/v1/vendor/locations")
final class OwnLocationsHttp {
    private final Locations locations;
    private final OwnLocations own;

    OwnLocationsHttp(Locations locations, OwnLocations own) {
        this.locations = locations;
        this.own = own;
    }

    record OwnLocationBody(
            @Nullable String code,
            @Nullable String name,
            LocationBody.@Nullable AddressBody address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone,
            @Nullable List<LocationBody.@Nullable WindowBody> operatingHours,
            @Nullable List<@Nullable String> holidays,
            @Nullable String cutOff,
            @Nullable Integer dailyCapacity,
            @Nullable List<@Nullable String> fulfillmentTypes,
            @Nullable Boolean active,
            @Nullable List<LocationPlans.@Nullable DowntimeBody> downtimes,
            @Nullable Integer expectedVersion) {

        /** Everything else is as it was. */
        LocationBody whole(VendorCode vendor, @Nullable Location before) {
            return new LocationBody(
                    code,
                    name,
                    LocationKind.VENDOR.name(),
                    vendor.text(),
                    address,
                    latitude,
                    longitude,
                    timeZone,
                    operatingHours,
                    holidays,
                    cutOff,
                    dailyCapacity,
                    fulfillmentTypes,
                    before == null ? null : List.copyOf(before.groups()),
                    before == null ? null : before.attributes(),
                    before == null ? null : before.autoAcknowledge(),
                    before == null ? null : before.freshnessHours(),
                    before == null ? null : before.rank(),
                    active,
                    downtimes,
                    before == null
                            ? null
                            : before.capacities().stream()
                                    .map(LocationPlans.CapacityBody::of)
                                    .toList(),
                    expectedVersion);
        }
    }

    /**
     * A location as its vendor sees it.
     *
     * @param networkCode what everybody else calls it
     */
    record OwnLocationView(
            LocationCode code,
            LocationCode networkCode,
            String name,
            AddressView address,
            double latitude,
            double longitude,
            String timeZone,
            List<WindowView> operatingHours,
            List<LocalDate> holidays,
            @Nullable String cutOff,
            @Nullable Integer dailyCapacity,
            List<FulfillmentType> fulfillmentTypes,
            boolean active,
            List<LocationPlans.DowntimeBody> downtimes,
            int version) {
        static OwnLocationView of(Location location, LocationCode own) {
            LocationView view = LocationView.of(location);
            return new OwnLocationView(
                    own,
                    view.code(),
                    view.name(),
                    view.address(),
                    view.latitude(),
                    view.longitude(),
                    view.timeZone(),
                    view.operatingHours(),
                    view.holidays(),
                    view.cutOff(),
                    view.dailyCapacity(),
                    view.fulfillmentTypes(),
                    view.active(),
                    view.downtimes(),
                    view.version());
        }
    }

    @PostMapping
    @Needs(value = "locations:write", audience = Audience.VENDOR)
    ResponseEntity<OwnLocationView> create(@RequestBody OwnLocationBody body, Caller caller, Deed deed) {
        VendorCode vendor = caller.vendorScope().vendor();
        Faults faults = new Faults();
        LocationCode code = faults.read("/code", body.code(), LocationCode::new);
        // Read once for its faults; the network's code is found within the transaction.
        LocationDraft draft = body.whole(vendor, null).draft(faults, code);
        LocationCode named = Faults.known(code);
        Location created = Answers.of(own.create(deed, vendor, named, draft::under));
        return Answers.created(
                "/api/v1/vendor/locations/" + named, OwnLocationView.of(created, named), created.version());
    }

    @PutMapping("/{code}")
    @Needs(value = "locations:write", audience = Audience.VENDOR)
    ResponseEntity<OwnLocationView> change(
            @PathVariable String code, @RequestBody OwnLocationBody body, IfMatch ifMatch, Caller caller, Deed deed) {
        VendorCode vendor = caller.vendorScope().vendor();
        Location before = known(vendor, code);
        Faults faults = new Faults();
        if (body.code() != null && !body.code().equals(code)) {
            faults.add("/code", "is not the location of the path; a code cannot be changed");
        }
        LocationDraft draft = body.whole(vendor, before).draft(faults, before.code());
        Location changed = Answers.of(locations.change(deed, draft, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(view(vendor, changed), changed.version());
    }

    @GetMapping("/{code}")
    @Needs(value = "locations:read", audience = Audience.VENDOR)
    ResponseEntity<OwnLocationView> location(@PathVariable String code, Caller caller) {
        VendorCode vendor = caller.vendorScope().vendor();
        Location location = known(vendor, code);
        return Answers.versioned(view(vendor, location), location.version());
    }

    @GetMapping
    @Needs(value = "locations:read", audience = Audience.VENDOR)
    Page<OwnLocationView> list(Caller caller, Paging paging) {
        VendorCode vendor = caller.vendorScope().vendor();
        LocationCode after = paging.after(key -> new LocationCode(key.getFirst()));
        LocationFilter filter = new LocationFilter(null, vendor, null, null);
        List<Location> rows = locations.listLocations(filter, after == null ? "" : after.text(), paging.fetch());
        Map<LocationCode, LocationCode> names = own.ownCodes(vendor);
        return paging.page(
                rows,
                location -> OwnLocationView.of(location, names.getOrDefault(location.code(), location.code())),
                location -> List.of(location.code().text()));
    }

    private OwnLocationView view(VendorCode vendor, Location location) {
        return OwnLocationView.of(location, own.ownCodes(vendor).getOrDefault(location.code(), location.code()));
    }

    private Location known(VendorCode vendor, String text) {
        return own.find(vendor, path(text)).flatMap(locations::findLocation).orElseThrow(Declined::notFound);
    }

    static LocationCode path(String text) {
        try {
            return new LocationCode(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
