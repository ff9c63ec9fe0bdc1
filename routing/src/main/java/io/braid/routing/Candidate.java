package io.braid.routing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location that could serve some of the question's lines, with what it offers at this moment and how many shipments
 * it has taken today. A line it offers nothing for has no offer.
 */
public record Candidate(LocationFacts location, int usedToday, List<Offer> offers) {
    public Candidate {
        offers = List.copyOf(offers);
    }

    /**
     * The units available for a line, by its number, and what one of them costs in the order's currency where a cost is
     * agreed. Two lines of one sku both name the whole stock.
     */
    public record Offer(int line, int available, @Nullable BigDecimal unitCost) {}
}
