package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.fulfillment.Shipment;
import io.braid.sla.Scorecards;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A vendor's own scorecard, and the shipments behind each of its numbers. */
@RestController
@RequestMapping("/api/v1/vendor/scorecard")
final class VendorScorecardHttp {
    private final Scorecards scorecards;
    private final Clock clock;

    VendorScorecardHttp(Scorecards scorecards, Clock clock) {
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @GetMapping
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    ScorecardsHttp.ScorecardView scorecard(Caller caller) {
        return ScorecardsHttp.ScorecardView.of(scorecards.scorecard(caller.vendorScope(), clock.instant()));
    }

    @GetMapping("/shipments")
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    Page<ShipmentView> behind(
            Caller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String side) {
        Instant now = clock.instant();
        List<Shipment> rows =
                scorecards.listBehind(caller.vendorScope(), ScorecardsHttp.drill(paging, metric, side), now);
        return paging.page(rows, s -> ShipmentView.of(s, now), s -> ShipmentPaths.key(s.number()));
    }
}
