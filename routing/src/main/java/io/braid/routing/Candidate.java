package io.braid.routing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location that could serve some of the question's lines, with what it offers at this moment, how many shipments it
 * has taken today, and how its shipment would travel. A line it offers nothing for has no offer.
 */
public record Candidate(
        LocationFacts location,
        int usedToday,
        List<Offer> offers,
        @Nullable Carriage carriage) {
    public Candidate {
        offers = List.copyOf(offers);
    }

    /** A candidate whose carriage nobody asked for. */
    public Candidate(LocationFacts location, int usedToday, List<Offer> offers) {
        this(location, usedToday, offers, null);
    }

    /**
     * The units available for a line, by its number, and what one of them costs in the order's currency where a cost is
     * agreed. Two lines of one sku both name the whole stock.
     *
     * @param barred why these units may not be used although they are there, in words for the explanation (a price that
     *     is not agreed, an owner who takes no orders); null when they may
     */
    public record Offer(
            int line,
            int available,
            @Nullable BigDecimal unitCost,
            @Nullable String barred) {
        /** Units that may be used. */
        public Offer(int line, int available, @Nullable BigDecimal unitCost) {
            this(line, available, unitCost, null);
        }
    }
}
