package io.braid.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.braid.journal.Deed;
import io.braid.kernel.Fault;
import io.braid.kernel.Texts;
import io.braid.routing.Differences;
import io.braid.sourcing.Comparison;
import io.braid.sourcing.Reigned;
import io.braid.sourcing.StoredStrategy;
import io.braid.sourcing.Strategies;
import io.braid.store.Json;
import io.swagger.v3.oas.annotations.media.Schema;
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
import tools.jackson.databind.JsonNode;

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
     * A strategy, as lists tell it: without its document.
     *
     * @param share what part of the orders it rules: 1 when live, 0 when none
     * @param shareSince since when it has been on trial
     * @param rowVersion counts changes of its standing; what commands take as If-Match or expectedVersion
     */
    record StandingView(
            UUID id,
            String name,
            int version,
            StoredStrategy.State state,
            BigDecimal share,
            @Nullable Instant shareSince,
            int rowVersion,
            Instant createdAt,
            String createdBy,
            @Nullable Instant promotedAt) {
        static StandingView of(StoredStrategy.Standing stored, BigDecimal onTrial) {
            StoredStrategy.Trial trial = stored.trial();
            BigDecimal share = trial != null ? trial.share() : BigDecimal.ZERO;
            return new StandingView(
                    stored.id(),
                    stored.name(),
                    stored.version(),
                    stored.state(),
                    stored.state() == StoredStrategy.State.LIVE ? BigDecimal.ONE.subtract(onTrial) : share,
                    trial == null ? null : trial.since(),
                    stored.rowVersion(),
                    stored.createdAt(),
                    stored.createdBy(),
                    stored.promotedAt());
        }
    }

    /** The same, with its document. */
    record StrategyView(@JsonUnwrapped StandingView standing, Map<String, Object> document, List<Fault> warnings) {}

    private StrategyView view(StoredStrategy stored, List<Fault> warnings) {
        return new StrategyView(
                StandingView.of(stored.standing(), strategies.shareOnTrial()),
                Json.readMap(stored.document()),
                warnings);
    }

    /** By name and version, without documents; those of one name or in one state where these are given. */
    @GetMapping("/strategies")
    @Needs("routing:read")
    Page<StandingView> list(
            Paging paging,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "state", required = false) @Nullable String state) {
        Faults faults = new Faults();
        StoredStrategy.State only = faults.optionalChoice("/state", state, StoredStrategy.State.class);
        faults.refuseIfAny();
        Key after = paging.after(key -> new Key(key.get(0), Integer.parseInt(key.get(1))));
        List<StoredStrategy.Standing> found = strategies.listStrategies(new Strategies.Listing(
                name, only, after == null ? "" : after.name, after == null ? 0 : after.version, paging.fetch()));
        BigDecimal onTrial = strategies.shareOnTrial();
        return paging.page(
                found,
                stored -> StandingView.of(stored, onTrial),
                stored -> List.of(stored.name(), Integer.toString(stored.version())));
    }

    private record Key(String name, int version) {}

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
                "/api/v1/routing/strategies/" + drafted.strategy().id(), view(drafted.strategy(), drafted.warnings()));
    }

    /** Removes a draft that never was live and never had a share; its number is not used again. */
    @DeleteMapping("/strategies/{id}")
    @Needs("routing:write")
    ResponseEntity<Void> remove(Deed deed, @PathVariable("id") String id, IfMatch ifMatch) {
        Answers.of(strategies.remove(deed, Paths.id(id), ifMatch.expected()));
        return ResponseEntity.noContent().build();
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
        UUID known = faults.optional("/against", id, StrategiesHttp::id);
        faults.refuseIfAny();
        return strategies.findStrategy(Faults.known(known)).orElseThrow(Declined::notFound);
    }

    /** An id where a body or a parameter names a strategy. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not the id of a strategy", e);
        }
    }

    /**
     * How much a strategy is to rule.
     *
     * @param share left out, it is every order; null, which says nothing, is refused
     */
    record PromotionBody(
            @Schema(type = "number", description = "above 0, at most 1; left out, every order") @Nullable
            JsonNode share,

            @Nullable Integer expectedVersion) {}

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

    private static BigDecimal share(@Nullable JsonNode given) {
        if (given == null) {
            return BigDecimal.ONE;
        }
        BigDecimal asked = given.isNumber() ? given.decimalValue() : BigDecimal.ZERO;
        boolean inRange = asked.signum() > 0 && asked.compareTo(BigDecimal.ONE) <= 0;
        if (!inRange || asked.stripTrailingZeros().scale() > SHARE_SCALE) {
            throw Declined.invalid(List.of(new Fault(
                    "/share",
                    Texts.shown(given.toString()) + " is not a share: above 0, at most 1 (every order), with at most "
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

    /**
     * What to undo; an empty object is whatever was done last.
     *
     * @param strategyId the strategy whose share or reign is to end: the one on trial, or else the live one
     * @param expectedVersion its row version
     */
    record RollbackBody(
            @Nullable String strategyId, @Nullable Integer expectedVersion) {}

    /**
     * Undoes what was done last: a share is taken back, or else the strategy that was live before is live again; done
     * again, it goes back one more.
     */
    @PostMapping("/rollback")
    @Needs("routing:write")
    StrategyView rollBack(Deed deed, IfMatch ifMatch, @RequestBody(required = false) @Nullable RollbackBody body) {
        Faults faults = new Faults();
        UUID ruling = body == null ? null : faults.optional("/strategyId", body.strategyId(), StrategiesHttp::id);
        faults.refuseIfAny();
        OptionalInt expected = ifMatch.or(body == null ? null : body.expectedVersion());
        return view(Answers.of(strategies.rollBack(deed, ruling, expected)), List.of());
    }

    /** What was live when, and who made it so; newest first. Shares are told in the journal. */
    @GetMapping("/reigns")
    @Needs("routing:read")
    Page<Reigned> reigns(Paging paging) {
        Integer before = paging.after(key -> Integer.valueOf(key.getFirst()));
        List<Reigned> found = strategies.listReigns(before == null ? Integer.MAX_VALUE : before, paging.fetch());
        return paging.page(found, reign -> reign, reign -> List.of(Integer.toString(reign.seq())));
    }

    private ResponseEntity<StrategyView> versioned(StoredStrategy stored) {
        return Answers.versioned(view(stored, List.of()), stored.standing().rowVersion());
    }

    private StoredStrategy stored(String id) {
        return strategies.findStrategy(Paths.id(id)).orElseThrow(Declined::notFound);
    }
}
