package io.braid.sourcing;

import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.routing.Decision;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Strategy;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                lines.add(Router.lineFacts(line, line.quantity(), facts, Map.of()));
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
        Facts facts = gathering.forTrial(
                trial.order(), skus, trial.stock(), trial.deed().at());
        return trial.strategy() == null
                ? facts
                : gathering.under(
                        facts,
                        new LiveStrategy(facts.strategy().live().id(), 0, trial.strategy()),
                        trial.order(),
                        trial.deed().at());
    }
}
