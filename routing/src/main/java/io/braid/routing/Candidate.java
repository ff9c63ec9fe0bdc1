package io.braid.routing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location that could serve some of the question's lines, with what it offers at this moment, how many shipments it
 * has taken today, how its shipment would travel, how much more it can take, and how well it has done. A line it offers
 * nothing for has no offer.
 *
 * @param score 0 (poor) to 10 (excellent) from its past; null where nobody keeps score
 * @param noCarriage why no shipment could travel from there, for people; null where one can, or where nobody asked
 */
public record Candidate(
        LocationFacts location,
        int usedToday,
        List<Offer> offers,
        @Nullable Carriage carriage,
        Room room,
        @Nullable BigDecimal score,
        @Nullable String noCarriage) {
    public Candidate {
        offers = List.copyOf(offers);
    }

    /** A candidate of which nobody says why it has no carriage. */
    public Candidate(
            LocationFacts location,
            int usedToday,
            List<Offer> offers,
            @Nullable Carriage carriage,
            Room room,
            @Nullable BigDecimal score) {
        this(location, usedToday, offers, carriage, room, score, null);
    }

    /** A candidate whose carriage nobody asked for. */
    public Candidate(LocationFacts location, int usedToday, List<Offer> offers) {
        this(location, usedToday, offers, null);
    }

    /** A candidate that only its daily capacity limits. */
    public Candidate(LocationFacts location, int usedToday, List<Offer> offers, @Nullable Carriage carriage) {
        this(location, usedToday, offers, carriage, Room.UNLIMITED, null);
    }

    /**
     * How much more the location can take before the tightest of its capacity windows is full: shipments, units, and
     * selling value in the order's currency. Null where nothing limits it; so the bounds, where nobody knows them.
     */
    public record Room(
            @Nullable Long orders,
            @Nullable Long units,
            @Nullable BigDecimal money,
            @Nullable Bound ordersBound,
            @Nullable Bound unitsBound,
            @Nullable Bound moneyBound) {
        public static final Room UNLIMITED = new Room(null, null, null);

        /** Room of which nobody knows by which windows. */
        public Room(@Nullable Long orders, @Nullable Long units, @Nullable BigDecimal money) {
            this(orders, units, money, null, null, null);
        }
    }

    /** The tightest window: what it holds, for how long ({@code "hour"}), and when the next one begins. */
    public record Bound(BigDecimal limit, String per, Instant until) {}

    /**
     * What is known of stock beside its quantity; null where it was not asked for or is not known.
     *
     * @param daysOfSupply how many days the available units last at the recent rate
     * @param ageDays days since the stock came in
     * @param hoursSinceCount hours since the figure was taken
     */
    public record Shelf(
            @Nullable Double daysOfSupply,
            @Nullable Double ageDays,
            @Nullable Double hoursSinceCount) {
        public static final Shelf UNKNOWN = new Shelf(null, null, null);
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
            @Nullable String barred,
            Shelf shelf) {
        /** Units that may be used. */
        public Offer(int line, int available, @Nullable BigDecimal unitCost) {
            this(line, available, unitCost, null);
        }

        /** Units of which nothing more is known. */
        public Offer(int line, int available, @Nullable BigDecimal unitCost, @Nullable String barred) {
            this(line, available, unitCost, barred, Shelf.UNKNOWN);
        }
    }
}
