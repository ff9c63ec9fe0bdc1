package io.braid.api;

import io.braid.catalog.Products;
import io.braid.criteria.Criteria;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.location.Locations;
import io.braid.order.NewOrder;
import io.braid.routing.Plan;
import io.braid.routing.Strategy;
import io.braid.routing.Vocabulary;
import io.braid.sourcing.Promised;
import io.braid.sourcing.StoredStrategy;
import io.braid.sourcing.Strategies;
import io.braid.sourcing.Suggestions;
import io.braid.store.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words of strategies, and dry runs. */
@RestController
@RequestMapping("/api/v1/routing")
final class RoutingHttp {
    private final Strategies strategies;
    private final Suggestions suggestions;
    private final Criteria criteria;
    private final Products products;
    private final Locations locations;

    RoutingHttp(
            Strategies strategies, Suggestions suggestions, Criteria criteria, Products products, Locations locations) {
        this.strategies = strategies;
        this.suggestions = suggestions;
        this.criteria = criteria;
        this.products = products;
        this.locations = locations;
    }

    /** Every field, operator, sort, mode and action a strategy may use. */
    @GetMapping("/vocabulary")
    @Needs("routing:read")
    Map<String, Object> vocabulary() {
        Map<String, Object> words =
                new LinkedHashMap<>(Vocabulary.toTree(criteria.defined().lexicon(), LimitedRequest.BODY_BYTES_MAX));
        words.put("kinds", StrategyDescription.kinds());
        words.put("fulfillmentTypes", StrategyDescription.fulfillmentTypes());
        return words;
    }

    record TrialBody(
            @Nullable OrderBody order,
            @Nullable Map<String, Object> strategy,
            @Nullable String strategyId,
            @Nullable List<PretendedStock> stock,
            @Nullable String at) {}

    record PretendedStock(
            @Nullable String location,
            @Nullable String sku,
            @Nullable Integer available) {}

    record SuggestionView(
            boolean assigned,
            List<SuggestedShipment> shipments,
            List<Plan.Unassigned> unassigned,
            boolean optimal,
            double gap,
            Object decision) {}

    /** One shipment, with what it would cost and when it would arrive where carriers' tables tell. */
    record SuggestedShipment(
            String location,
            List<SuggestedLine> lines,
            @Nullable Money cost,
            PromiseView.@Nullable WayView carriage) {
        static SuggestedShipment of(String location, List<SuggestedLine> lines, Promised.@Nullable Way way) {
            return new SuggestedShipment(
                    location, lines, way == null ? null : way.shippingCost(), PromiseView.WayView.orNull(way));
        }
    }

    record SuggestedLine(int line, String sku, int quantity) {}

    /** A dry run: what would happen to this order; nothing is stored or reserved. */
    @PostMapping("/suggestions")
    @Needs("routing:read")
    SuggestionView suggest(Deed deed, @RequestBody Map<String, Object> body) {
        TrialBody trial = Trials.read(body);
        Faults faults = new Faults();
        Instant at = trial.at() == null ? deed.at() : faults.optional("/at", trial.at(), FieldReader::instant);
        Map<StockKey, Integer> stock = stock(faults, trial.stock());
        if (trial.strategy() != null && trial.strategyId() != null) {
            faults.add("/strategyId", "goes without strategy: give the id of a stored one, or a document");
        }
        faults.refuseIfAny();
        Deed pretended = new Deed(deed.actor(), Faults.known(at), deed.channel(), deed.correlationId());
        NewOrder order = OrderReading.read(Faults.known(trial.order()), pretended.at());
        var suggestion =
                Answers.of(suggestions.suggest(new Suggestions.Trial(pretended, order, strategy(trial), stock)));
        return view(order, suggestion);
    }

    private @Nullable Strategy strategy(TrialBody trial) {
        if (trial.strategyId() != null) {
            return Answers.of(
                    strategies.read(Json.readMap(stored(trial.strategyId()).document())));
        }
        return trial.strategy() == null ? null : Answers.of(strategies.read(trial.strategy()));
    }

    private Map<StockKey, Integer> stock(Faults faults, @Nullable List<PretendedStock> given) {
        Map<StockKey, Integer> stock = new HashMap<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            PretendedStock one = given.get(i);
            Sku sku = faults.read(Faults.at("/stock", i, "sku"), one.sku(), Sku::new);
            LocationCode code = faults.read(Faults.at("/stock", i, "location"), one.location(), LocationCode::new);
            int units = faults.number(Faults.at("/stock", i, "available"), one.available(), 0, 100_000_000);
            if (sku != null && code != null && stock.put(new StockKey(sku, code), units) != null) {
                faults.add("/stock/" + i, sku.text() + " at " + code.text() + " is there twice");
            }
        }
        if (!faults.any()) {
            checkKnown(faults, Objects.requireNonNullElse(given, List.of()));
        }
        return stock;
    }

    /** A typing error would be stock that nobody counts. */
    private void checkKnown(Faults faults, List<PretendedStock> given) {
        Set<Sku> skus = new HashSet<>();
        Set<LocationCode> codes = new HashSet<>();
        for (PretendedStock one : given) {
            skus.add(new Sku(Faults.known(one.sku())));
            codes.add(new LocationCode(Faults.known(one.location())));
        }
        skus.removeAll(products.findAll(skus).keySet());
        codes.removeAll(locations.findAll(codes).keySet());
        for (int i = 0; i < given.size(); i++) {
            if (skus.contains(new Sku(Faults.known(given.get(i).sku())))) {
                faults.add(Faults.at("/stock", i, "sku"), "there is no such product");
            }
            if (codes.contains(new LocationCode(Faults.known(given.get(i).location())))) {
                faults.add(Faults.at("/stock", i, "location"), "there is no such location");
            }
        }
    }

    private static SuggestionView view(NewOrder order, Suggestions.Suggestion suggestion) {
        Map<Integer, String> skus = new HashMap<>();
        order.lines().forEach(line -> skus.put(line.line(), line.sku().text()));
        Plan plan = suggestion.plan();
        return new SuggestionView(
                plan.unassigned().isEmpty(),
                plan.assignments().stream()
                        .map(a -> SuggestedShipment.of(
                                a.location(),
                                a.parts().stream()
                                        .map(p -> new SuggestedLine(
                                                p.line(), skus.getOrDefault(p.line(), ""), p.quantity()))
                                        .toList(),
                                suggestion.ways().get(a.location())))
                        .toList(),
                plan.unassigned(),
                plan.optimal(),
                plan.gap(),
                suggestion.decision().toTree());
    }

    private StoredStrategy stored(String id) {
        return strategies.findStrategy(Paths.id(id)).orElseThrow(Declined::notFound);
    }
}
