package io.braid.sourcing;

import io.braid.inventory.Claim;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Locks the stock that plans have chosen, in one statement and one order, and says whose plan still fits. */
final class Holding {
    private final Stock stock;

    Holding(Stock stock) {
        this.stock = stock;
    }

    Held lock(List<Claim> claims) {
        return new Held(stock.lock(claims.stream().map(Claim::key).distinct().toList()));
    }

    /**
     * The same facts with every candidate's stock locked before anything is chosen: slow for the neighbours, and
     * certain. For orders that were overtaken again and again.
     */
    Facts lockFirst(Facts facts) {
        return facts.with(facts.lots().holding(stock.lock(facts.lots().keys())));
    }

    /** Locked rows and what they have left. */
    static final class Held {
        private final Map<StockKey, Integer> left;

        private Held(Map<StockKey, Integer> available) {
            this.left = new HashMap<>(available);
        }

        /** All of an order's claims or none. */
        boolean take(List<Claim> claims) {
            Map<StockKey, Integer> wanted = new HashMap<>();
            claims.forEach(c -> wanted.merge(c.key(), c.quantity().units(), Integer::sum));
            boolean fits = wanted.entrySet().stream().allMatch(w -> left.getOrDefault(w.getKey(), 0) >= w.getValue());
            if (fits) {
                wanted.forEach((key, units) -> left.merge(key, -units, Integer::sum));
            }
            return fits;
        }
    }
}
