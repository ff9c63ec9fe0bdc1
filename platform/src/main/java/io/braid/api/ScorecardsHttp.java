package io.braid.api;

import io.braid.fulfillment.Performance.Behind;
import io.braid.fulfillment.Shipment;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.sla.Metric;
import io.braid.sla.Scorecard;
import io.braid.sla.ScorecardSettings;
import io.braid.sla.Scorecards;
import io.braid.vendor.Vendors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How vendors keep their promises, and how that is weighed. */
@RestController
@RequestMapping("/api/v1")
final class ScorecardsHttp {
    private final Scorecards scorecards;
    private final Vendors vendors;
    private final Clock clock;

    ScorecardsHttp(Scorecards scorecards, Vendors vendors, Clock clock) {
        this.scorecards = scorecards;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** A scorecard as the API shows it, to the operator and to its vendor alike. */
    record ScorecardView(
            VendorCode vendor,
            Instant from,
            Instant to,
            int settingsVersion,
            long shipments,
            @Nullable BigDecimal score,
            Scorecard.@Nullable Category category,
            @Nullable BigDecimal averageAcknowledgeHours,
            List<MetricView> metrics) {
        private static final BigDecimal SECONDS = new BigDecimal(3_600);

        /** Why a metric has a value or none. */
        enum Standing {
            COUNTED,
            NOTHING_TO_COUNT,
            NOT_KNOWN_YET
        }

        /**
         * One metric.
         *
         * @param good how many were as they should be, of those {@code counted}
         * @param value from 0 to 10; null unless it is COUNTED, and then it takes no part in the score: its weight is
         *     shared by the others in proportion
         */
        record MetricView(
                Metric metric,
                int weight,
                long good,
                long counted,
                @Nullable BigDecimal value,
                Standing standing) {
            static MetricView of(Scorecard.Line line) {
                Standing standing = line.metric().isCounted() ? Standing.NOTHING_TO_COUNT : Standing.NOT_KNOWN_YET;
                return new MetricView(
                        line.metric(),
                        line.weight(),
                        line.good(),
                        line.counted(),
                        line.value(),
                        line.counted() > 0 ? Standing.COUNTED : standing);
            }
        }

        static ScorecardView of(Scorecard card) {
            return new ScorecardView(
                    card.vendor(),
                    card.from(),
                    card.to(),
                    card.settingsVersion(),
                    card.shipments(),
                    card.score(),
                    card.category(),
                    card.answeredAfterSeconds() == null
                            ? null
                            : new BigDecimal(card.answeredAfterSeconds()).divide(SECONDS, 2, RoundingMode.HALF_UP),
                    card.lines().stream().map(MetricView::of).toList());
        }
    }

    @GetMapping("/vendors/{code}/scorecard")
    @Needs("vendors:read")
    ScorecardView scorecard(@PathVariable String code) {
        return ScorecardView.of(scorecards.scorecard(known(code), clock.instant()));
    }

    private VendorCode known(String code) {
        VendorCode vendor = VendorsHttp.path(code);
        return vendors.findVendor(vendor).orElseThrow(Declined::notFound).code();
    }

    /** The shipments behind one number: those that were as they should be, or the others. */
    @GetMapping("/vendors/{code}/scorecard/shipments")
    @Needs("vendors:read")
    Page<ShipmentView> behind(
            @PathVariable String code,
            Paging paging,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String side) {
        Instant now = clock.instant();
        List<Shipment> rows = scorecards.listBehind(known(code), drill(paging, metric, side), now);
        return paging.page(rows, s -> ShipmentView.of(s, now), s -> ShipmentPaths.key(s.number()));
    }

    static Scorecards.Drill drill(Paging paging, @Nullable String metric, @Nullable String side) {
        Faults faults = new Faults();
        Metric wanted = faults.choice("/metric", metric, Metric.class);
        Behind.Side chosen = faults.optionalChoice("/side", side, Behind.Side.class);
        faults.refuseIfAny();
        return new Scorecards.Drill(
                Faults.known(wanted),
                chosen == null ? Behind.Side.BAD : chosen,
                paging.after(key -> ShipmentPaths.number(key.getFirst())),
                paging.fetch());
    }

    record SettingsView(int version, Map<Metric, Integer> weights, BigDecimal high, BigDecimal medium, int periodDays) {
        static SettingsView of(ScorecardSettings settings) {
            return new SettingsView(
                    settings.version(),
                    new EnumMap<>(settings.weights()),
                    settings.high(),
                    settings.medium(),
                    settings.periodDays());
        }
    }

    record SettingsBody(
            @Nullable Map<String, @Nullable Integer> weights,
            @Nullable BigDecimal high,
            @Nullable BigDecimal medium,
            @Nullable Integer periodDays,
            @Nullable Integer expectedVersion) {
        ScorecardSettings read() {
            Faults faults = new Faults();
            faults.required("/weights", weights);
            faults.required("/high", high);
            faults.required("/medium", medium);
            int days = faults.number("/periodDays", periodDays, 1, 366);
            Map<Metric, Integer> read = new EnumMap<>(Metric.class);
            if (weights != null) {
                weights.forEach((name, weight) -> {
                    Metric metric = faults.choice("/weights/" + name, name, Metric.class);
                    int share = faults.number("/weights/" + name, weight, 0, 100);
                    if (metric != null) {
                        read.put(metric, share);
                    }
                });
            }
            faults.refuseIfAny();
            return new ScorecardSettings(0, read, Faults.known(high), Faults.known(medium), days);
        }
    }

    @GetMapping("/scorecard/settings")
    @Needs("vendors:read")
    ResponseEntity<SettingsView> settings() {
        ScorecardSettings settings = scorecards.settings();
        return Answers.versioned(SettingsView.of(settings), settings.version());
    }

    /** Every score follows at once. */
    @PutMapping("/scorecard/settings")
    @Needs("vendors:write")
    ResponseEntity<SettingsView> change(@RequestBody SettingsBody body, IfMatch ifMatch, Deed deed) {
        ScorecardSettings read = body.read();
        ScorecardSettings settings = Answers.of(scorecards.change(deed, read, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(SettingsView.of(settings), settings.version());
    }
}
