package io.braid.api;

import io.braid.api.PositionView.CountedView;
import io.braid.inventory.Counts;
import io.braid.inventory.Positions;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.pricing.VendorItems;
import io.braid.vendor.OwnLocations;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A vendor's own positions; another's location looks like one that does not exist. */
@RestController
@RequestMapping("/api/v1/vendor/inventory")
final class VendorInventoryHttp {
    private final Counts counts;
    private final Positions positions;
    private final OwnLocations own;
    private final VendorItems items;

    VendorInventoryHttp(Counts counts, Positions positions, OwnLocations own, VendorItems items) {
        this.counts = counts;
        this.positions = positions;
        this.own = own;
        this.items = items;
    }

    @PutMapping("/{location}/{sku}")
    @Parameter(in = ParameterIn.HEADER, name = "If-Match", description = "The ETag that is expected.")
    @Needs(value = "inventory:write", audience = Needs.Audience.VENDOR)
    ResponseEntity<CountedView> set(
            @PathVariable String location,
            @PathVariable String sku,
            @RequestBody(content = @Content(schema = @Schema(implementation = CountBody.class)))
                    HttpEntity<CountBody> request,
            Caller caller,
            Deed deed) {
        // The vendor's own name of the location, or the network's.
        LocationCode named = own.find(caller.vendorScope().vendor(), OwnLocationsHttp.path(location))
                .orElseThrow(Declined::notFound);
        StockKey key = CountBody.key(named.text(), sku);
        // Of what it neither has nor offered a vendor learns nothing, not even that we sell it.
        if (!positions.knowsLocation(caller.vendorScope(), key.location())
                || !items.knows(caller.vendorScope(), key.sku())) {
            throw Declined.notFound();
        }
        IfMatch ifMatch = IfMatch.of(request.getHeaders().getFirst("If-Match"));
        CountBody body = Objects.requireNonNullElse(request.getBody(), CountBody.EMPTY);
        return InventoryHttp.counted(counts.set(deed, body.read(key, deed.at()), body.version(ifMatch)));
    }

    @GetMapping
    @Needs(value = "inventory:read", audience = Needs.Audience.VENDOR)
    Page<PositionView> list(
            Caller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location) {
        return PositionView.page(
                paging,
                positions.listPositions(
                        caller.vendorScope(),
                        PositionView.filter(sku, network(caller, location)),
                        PositionView.after(paging),
                        paging.fetch()));
    }

    /** A filter by the vendor's own name of a location means that location; by a stranger's it finds nothing. */
    private @Nullable String network(Caller caller, @Nullable String location) {
        if (location == null) {
            return null;
        }
        try {
            return own.find(caller.vendorScope().vendor(), new LocationCode(location))
                    .map(LocationCode::text)
                    .orElse(location);
        } catch (IllegalArgumentException e) {
            return location;
        }
    }
}
