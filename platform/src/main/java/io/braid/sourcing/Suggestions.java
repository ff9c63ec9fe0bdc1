package io.braid.sourcing;

import io.braid.catalog.Product;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.routing.Decision;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Strategy;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dry runs: the plan an order would get, with real or pretended stock and any strategy; nothing is kept. */
public final class Suggestions {
    private final Gathering gathering;
    private final Router router;
    private final Transactions transactions;

    Suggestions(Gathering gathering, Router router, Transactions transactions) {
        this.gathering = gathering;
        this.router = router;
        this.transactions = transactions;
    }

    /**
     * What to try.
     *
     * @param strategy null for the live one
     * @param stock units to pretend; they replace the live stock of the products they name
     */
    public record Trial(Deed deed, NewOrder order, @Nullable Strategy strategy, Map<StockKey, Integer> stock) {}

    /** The plan, the decision that explains it, and how its shipments would travel, by location, where one knows. */
    public record Suggestion(Plan plan, Decision decision, Map<String, Promised.Way> ways) {}

    public Outcome<Suggestion> suggest(Trial trial) {
        return transactions.decide(() -> {
            Facts facts = facts(trial);
            Optional<OrderRefusal> refusal = router.refusal(trial.order(), facts);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            List<LineFacts> lines = new ArrayList<>();
            for (NewOrder.Line line : trial.order().lines()) {
                lines.add(Router.lineFacts(line, line.quantity(), facts, Set.of()));
            }
            Asking asking = new Asking(trial.deed(), null, trial.order());
            Asked asked = router.ask(asking, lines, facts);
            Map<String, Promised.Way> ways = Freight.ways(asked.plan(), lines, facts, Freight.quotes(asking, facts));
            return Outcome.done(new Suggestion(asked.plan(), asked.decision(), ways));
        });
    }

    private Facts facts(Trial trial) {
        Set<Sku> skus = new HashSet<>();
        trial.order().lines().forEach(line -> skus.add(line.sku()));
        Set<LocationCode> pretended = new HashSet<>();
        trial.stock().keySet().forEach(key -> pretended.add(key.location()));
        Facts live =
                gathering.forTrial(trial.order(), skus, pretended, trial.deed().at());
        Facts pretending = trial.stock().isEmpty() ? live : pretend(live, trial.stock());
        return trial.strategy() == null
                ? pretending
                : gathering.under(
                        pretending,
                        new LiveStrategy(live.strategy().live().id(), 0, trial.strategy()),
                        trial.order(),
                        trial.deed().at());
    }

    private static Facts pretend(Facts live, Map<StockKey, Integer> stock) {
        Map<Sku, List<LocationCode>> stockedAt = new HashMap<>(live.stockedAt());
        Map<Sku, List<LocationCode>> pretended = stock.keySet().stream()
                .filter(key -> live.locations().containsKey(key.location()))
                .collect(Collectors.groupingBy(
                        StockKey::sku, Collectors.mapping(StockKey::location, Collectors.toList())));
        stock.keySet().forEach(key -> stockedAt.put(key.sku(), pretended.getOrDefault(key.sku(), List.of())));
        Map<StockKey, Integer> available = new HashMap<>();
        for (Product product : live.products().values()) {
            for (LocationCode location : stockedAt.getOrDefault(product.sku(), List.of())) {
                StockKey key = new StockKey(product.sku(), location);
                available.put(key, stock.getOrDefault(key, live.draft().available(key)));
            }
        }
        return live.stockedAt(stockedAt).pretending(available, stock.keySet());
    }
}
