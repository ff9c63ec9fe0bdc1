package io.braid.api;

import io.braid.journal.Deed;
import io.braid.kernel.Fault;
import io.braid.routing.Differences;
import io.braid.sourcing.Comparison;
import io.braid.sourcing.StoredStrategy;
import io.braid.sourcing.Strategies;
import io.braid.store.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Strategies: stored as drafts, compared, tried on a share of the orders, made live, and taken back. */
@RestController
@RequestMapping("/api/v1/routing")
final class StrategiesHttp {
    /** One order in ten thousand is the smallest share there is. */
    private static final int SHARE_SCALE = 4;

    private final Strategies strategies;

    StrategiesHttp(Strategies strategies) {
        this.strategies = strategies;
    }

    /**
     * A strategy.
     *
     * @param share what part of the orders it rules: 1 when live, 0 when none
     * @param shareSince since when it has been on trial
     * @param rowVersion counts changes of its standing; what commands take as If-Match or expectedVersion
     */
    record StrategyView(
            UUID id,
            String name,
            int version,
            StoredStrategy.State state,
            BigDecimal share,
            @Nullable Instant shareSince,
            int rowVersion,
            Instant createdAt,
            String createdBy,
            @Nullable Instant promotedAt,
            Map<String, Object> document,
            List<Fault> warnings) {
        static StrategyView of(StoredStrategy stored, List<Fault> warnings, @Nullable BigDecimal onTrial) {
            StoredStrategy.Trial trial = stored.trial();
            BigDecimal share = trial != null ? trial.share() : BigDecimal.ZERO;
            if (stored.state() == StoredStrategy.State.LIVE) {
                share = BigDecimal.ONE.subtract(onTrial == null ? BigDecimal.ZERO : onTrial);
            }
            return new StrategyView(
                    stored.id(),
                    stored.name(),
                    stored.version(),
                    stored.state(),
                    share,
                    trial == null ? null : trial.since(),
                    stored.rowVersion(),
                    stored.createdAt(),
                    stored.createdBy(),
                    stored.promotedAt(),
                    Json.readMap(stored.document()),
                    warnings);
        }
    }

    private StrategyView view(StoredStrategy stored) {
        return StrategyView.of(stored, List.of(), strategies.shareOnTrial());
    }

    @GetMapping("/strategies")
    @Needs("routing:read")
    Page<StrategyView> list(Paging paging) {
        List<String> after = paging.after(key -> List.of(key.get(0), key.get(1)));
        List<StoredStrategy> found = strategies.listStrategies(
                after == null ? "" : after.get(0), after == null ? 0 : Integer.parseInt(after.get(1)), paging.fetch());
        BigDecimal onTrial = strategies.shareOnTrial();
        return paging.page(
                found,
                stored -> StrategyView.of(stored, List.of(), onTrial),
                stored -> List.of(stored.name(), Integer.toString(stored.version())));
    }

    @GetMapping("/strategies/{id}")
    @Needs("routing:read")
    ResponseEntity<StrategyView> strategy(@PathVariable("id") String id) {
        return versioned(stored(id));
    }

    /** Stores a document as the next version of its name; it rules nothing until it is promoted. */
    @PostMapping("/strategies")
    @Needs("routing:write")
    ResponseEntity<StrategyView> draft(Deed deed, @RequestBody Map<String, Object> document) {
        Strategies.Drafted drafted = Answers.of(strategies.draft(deed, document));
        return Answers.created(
                "/api/v1/routing/strategies/" + drafted.strategy().id(),
                StrategyView.of(drafted.strategy(), drafted.warnings(), null));
    }

    /** What one would have to change in {@code against} to get this strategy, sentence by sentence. */
    record DifferencesView(UUID id, UUID against, List<String> differences) {}

    @GetMapping("/strategies/{id}/differences")
    @Needs("routing:read")
    DifferencesView differences(
            @PathVariable("id") String id, @RequestParam(name = "against", required = false) @Nullable String against) {
        StoredStrategy to = stored(id);
        StoredStrategy from = against == null ? strategies.liveNow() : other(against);
        return new DifferencesView(
                to.id(), from.id(), Differences.between(Json.readMap(from.document()), Json.readMap(to.document())));
    }

    private StoredStrategy other(String id) {
        Faults faults = new Faults();
        UUID known = faults.optional("/against", id, StrategiesHttp::uuid);
        faults.refuseIfAny();
        return strategies.findStrategy(Faults.known(known)).orElseThrow(Declined::notFound);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not the id of a strategy", e);
        }
    }

    record PromotionBody(
            @Nullable BigDecimal share, @Nullable Integer expectedVersion) {}

    /**
     * The next order on every instance follows this strategy: each order, or the share that is asked for, told by the
     * order's channel and number, so that the same order has the same answer and a growing share keeps its orders.
     */
    @PostMapping("/strategies/{id}/promotion")
    @Needs("routing:write")
    ResponseEntity<StrategyView> promote(
            Deed deed,
            @PathVariable("id") String id,
            IfMatch ifMatch,
            @RequestBody(required = false) @Nullable PromotionBody body) {
        BigDecimal share = share(body == null ? null : body.share());
        OptionalInt expected = ifMatch.or(body == null ? null : body.expectedVersion());
        UUID chosen = stored(id).id();
        return versioned(Answers.of(
                share.compareTo(BigDecimal.ONE) == 0
                        ? strategies.promote(deed, chosen, expected)
                        : strategies.share(deed, chosen, expected, share)));
    }

    private static BigDecimal share(@Nullable BigDecimal asked) {
        if (asked == null) {
            return BigDecimal.ONE;
        }
        boolean inRange = asked.signum() > 0 && asked.compareTo(BigDecimal.ONE) <= 0;
        if (!inRange || asked.stripTrailingZeros().scale() > SHARE_SCALE) {
            throw Declined.invalid(List.of(new Fault(
                    "/share",
                    asked.toPlainString() + " is not a share: above 0, at most 1 (every order), with at most "
                            + SHARE_SCALE + " decimals; 0.1 is one order in ten. DELETE ends a share.")));
        }
        return asked.setScale(SHARE_SCALE, RoundingMode.UNNECESSARY);
    }

    /** Takes the share back: every order is the live strategy's again. */
    @DeleteMapping("/strategies/{id}/promotion")
    @Needs("routing:write")
    ResponseEntity<StrategyView> endShare(Deed deed, @PathVariable("id") String id, IfMatch ifMatch) {
        return versioned(Answers.of(strategies.endShare(deed, stored(id).id(), ifMatch.expected())));
    }

    /** One side of a trial. */
    record SideView(
            UUID strategyId,
            long orders,
            long shipments,
            double shipmentsPerOrder,
            double kmPerShipment,
            long unitsAssigned,
            long backorderedOrders,
            long customerCareOrders,
            long unitsCanceled) {
        static SideView of(Comparison.Side side) {
            return new SideView(
                    side.strategy(),
                    side.orders(),
                    side.shipments(),
                    Rounding.toThousandths(side.shipmentsPerOrder()),
                    Rounding.toThousandths(side.kmPerShipment()),
                    side.assigned(),
                    side.backorders(),
                    side.customerCare(),
                    side.canceled());
        }
    }

    record ComparisonView(Instant since, double share, SideView live, SideView draft) {}

    /** Both sides of a trial since it began, by the orders' first decisions. */
    @GetMapping("/strategies/{id}/comparison")
    @Needs("routing:read")
    ComparisonView comparison(@PathVariable("id") String id) {
        Comparison compared = Answers.of(strategies.compare(stored(id).id()));
        return new ComparisonView(
                compared.since(), compared.share(), SideView.of(compared.live()), SideView.of(compared.trial()));
    }

    record NothingMore() {}

    /** Undoes what was done last: a share is taken back, or else the strategy that was live before is live again. */
    @PostMapping("/rollback")
    @Needs("routing:write")
    StrategyView rollBack(Deed deed, @RequestBody(required = false) @Nullable NothingMore body) {
        return view(Answers.of(strategies.rollBack(deed)));
    }

    private ResponseEntity<StrategyView> versioned(StoredStrategy stored) {
        return Answers.versioned(view(stored), stored.rowVersion());
    }

    private StoredStrategy stored(String id) {
        return strategies.findStrategy(Paths.id(id)).orElseThrow(Declined::notFound);
    }
}
