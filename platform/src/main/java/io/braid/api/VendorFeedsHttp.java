package io.braid.api;

import io.braid.api.FeedsHttp.FeedView;
import io.braid.api.Needs.Audience;
import io.braid.inventory.Feed;
import io.braid.inventory.FeedFault;
import io.braid.inventory.FeedRequest;
import io.braid.inventory.Feeds;
import io.braid.inventory.Positions;
import io.braid.kernel.LocationCode;
import io.braid.pricing.VendorItems;
import io.braid.store.VendorScope;
import io.braid.vendor.OwnLocations;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of counts for a vendor's own locations, as the operator sends them for any. */
@RestController
@RequestMapping("/api/v1/vendor/inventory/feeds")
final class VendorFeedsHttp {
    private final Feeds feeds;
    private final Positions positions;
    private final OwnLocations own;
    private final VendorItems items;

    VendorFeedsHttp(Feeds feeds, Positions positions, OwnLocations own, VendorItems items) {
        this.feeds = feeds;
        this.positions = positions;
        this.own = own;
        this.items = items;
    }

    @PostMapping
    @Needs(value = "inventory:write", audience = Audience.VENDOR)
    @Streaming
    @RequestBody(
            required = true,
            description = "A table with a header sku,onHand[,safetyStock][,asOf], or one JSON object per line.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    FeedView take(
            HttpServletRequest request,
            Arrival arrival,
            @ModelAttribute @ParameterObject FeedsHttp.Wish query,
            @RequestParam(required = false) @Nullable String confirm)
            throws IOException {
        FeedRequest wish = query.read(request);
        VendorScope scope = arrival.caller().vendorScope();
        LocationCode code = own.find(scope.vendor(), wish.location()).orElseThrow(Declined::notFound);
        FeedRequest meant = wish.limitedTo(code, skus -> items.known(scope, skus), confirm);
        return FeedView.of(feeds, Answers.of(feeds.take(arrival.deed(), meant, request.getInputStream())));
    }

    @GetMapping("/{id}")
    @Needs(value = "inventory:read", audience = Audience.VENDOR)
    FeedView feed(@PathVariable String id, Caller caller) {
        return FeedView.of(feeds, known(caller.vendorScope(), id), false);
    }

    @GetMapping("/{id}/faults")
    @Needs(value = "inventory:read", audience = Audience.VENDOR)
    Page<FeedFault> faults(@PathVariable String id, Caller caller, Paging paging) {
        Long after = paging.after(key -> Long.valueOf(key.getFirst()));
        Feed feed = known(caller.vendorScope(), id);
        List<FeedFault> rows = feeds.listFaults(feed.id(), after == null ? 0 : after, paging.fetch());
        return paging.page(rows, fault -> fault, fault -> List.of(Long.toString(fault.line())));
    }

    /** A feed of another's location looks like none. */
    private Feed known(VendorScope scope, String id) {
        return feeds.findFeed(Paths.id(id))
                .filter(feed -> positions.knowsLocation(scope, feed.location()))
                .orElseThrow(Declined::notFound);
    }
}
