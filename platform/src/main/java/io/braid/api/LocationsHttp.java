package io.braid.api;

import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.Location;
import io.braid.location.LocationDraft;
import io.braid.location.LocationFilter;
import io.braid.location.LocationKind;
import io.braid.location.Locations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every place that can fulfil, owned or vendor. */
@RestController
@RequestMapping("/api/v1/locations")
final class LocationsHttp {
    private final Locations locations;

    LocationsHttp(Locations locations) {
        this.locations = locations;
    }

    @PostMapping
    @Needs("locations:write")
    ResponseEntity<LocationView> create(@RequestBody LocationBody body, Deed deed) {
        Faults faults = new Faults();
        LocationCode code = faults.read("/code", body.code(), LocationCode::new);
        LocationDraft draft = body.draft(faults, code);
        Location created = Answers.of(locations.create(deed, draft));
        return Answers.created("/api/v1/locations/" + created.code(), LocationView.of(created), created.version());
    }

    @PutMapping("/{code}")
    @Needs("locations:write")
    ResponseEntity<LocationView> change(
            @PathVariable String code, @RequestBody LocationBody body, IfMatch ifMatch, Deed deed) {
        LocationCode path = path(code);
        Faults faults = new Faults();
        if (body.code() != null && !body.code().equals(code)) {
            faults.add("/code", "is not the location of the path; a code cannot be changed");
        }
        LocationDraft draft = body.draft(faults, path);
        Location changed = Answers.of(locations.change(deed, draft, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(LocationView.of(changed), changed.version());
    }

    @GetMapping("/{code}")
    @Needs("locations:read")
    ResponseEntity<LocationView> location(@PathVariable String code, Sight sight) {
        Location location = locations
                .findLocation(path(code))
                .filter(found -> sight.reaches(found.code()))
                .orElseThrow(Declined::notFound);
        return Answers.versioned(LocationView.of(location), location.version());
    }

    record Filters(
            @Nullable String kind,
            @Nullable String vendor,
            @Nullable String group,
            @Nullable Boolean active) {
        LocationFilter read(Sight sight) {
            Faults faults = new Faults();
            LocationFilter filter = new LocationFilter(
                    faults.optionalChoice("/kind", kind, LocationKind.class),
                    faults.optional("/vendor", vendor, VendorCode::new),
                    group,
                    active,
                    sight.locations(null));
            faults.refuseIfAny();
            return filter;
        }
    }

    @GetMapping
    @Needs("locations:read")
    Page<LocationView> list(Paging paging, @ModelAttribute @ParameterObject Filters filters, Sight sight) {
        LocationFilter filter = filters.read(sight);
        LocationCode after = paging.after(key -> new LocationCode(key.getFirst()));
        List<Location> rows = locations.listLocations(filter, after == null ? "" : after.text(), paging.fetch());
        return paging.page(
                rows, LocationView::of, location -> List.of(location.code().text()));
    }

    private static LocationCode path(String text) {
        try {
            return new LocationCode(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
