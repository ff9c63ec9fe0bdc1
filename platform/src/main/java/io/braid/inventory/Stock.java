package io.braid.inventory;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import io.braid.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The stock of every location, owned or vendor, as the path of an order uses it: offered, locked, reserved, and then
 * released, shipped or written off. What is reserved of a position is what open shipments still have to send from it;
 * what is on hand is the sum of its moves. It joins the caller's transaction, locks rows in the order of
 * {@link StockKey}, and never decides what to promise: asking for more than there is, is a bug of the caller.
 */
public final class Stock {
    /** The block that a count lifts. */
    static final String IN_DOUBT = "SHORT_STOCK";

    private final StockStore store;
    private final Journal journal;
    private final Transactions transactions;
    private final Arrivals arrivals;

    Stock(StockStore store, Journal journal, Transactions transactions, Arrivals arrivals) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
        this.arrivals = arrivals;
    }

    /**
     * Where these products could come from at that moment, read without locks; blocked and stale positions are left
     * out.
     */
    public List<StockOffer> offers(Collection<Sku> skus, Instant at) {
        return skus.isEmpty() ? List.of() : store.offers(skus, at);
    }

    /** The same with those left out, and why they are: for explanations. */
    public List<StockOffer> offersAndBarred(Collection<Sku> skus, Instant at) {
        return skus.isEmpty() ? List.of() : store.offersAndBarred(skus, at);
    }

    /** How these products have sold and aged at each location; for rules that ask. */
    public List<StockShelf> shelves(Collection<Sku> skus, Instant at) {
        return skus.isEmpty() ? List.of() : store.shelves(skus, at);
    }

    /**
     * Locks positions until the transaction ends and tells how many units each can still promise: none when blocked,
     * and no answer for a position that does not exist.
     */
    public Map<StockKey, Integer> lock(Collection<StockKey> keys) {
        return keys.isEmpty() ? Map.of() : store.lockAvailable(new TreeSet<>(keys));
    }

    /** Those of the positions to which units have come since that moment: counted, adjusted or delivered. */
    public Set<StockKey> replenishedSince(Map<StockKey, Instant> moments) {
        return moments.isEmpty() ? Set.of() : store.replenishedSince(moments);
    }

    /** Promises units of positions that the caller has locked and found sufficient. */
    public void reserve(List<Claim> claims) {
        SortedMap<StockKey, Integer> units = unitsByKey(claims);
        if (!units.isEmpty()) {
            transactions.run(() -> requireAll("reserve", store.reserve(units), units));
        }
    }

    /** Gives promised units back. */
    public void release(List<Claim> claims) {
        SortedMap<StockKey, Integer> units = unitsByKey(claims);
        if (!units.isEmpty()) {
            transactions.run(() -> {
                hold(units);
                requireAll("release", store.release(units), units);
                arrivals.note(units.keySet());
            });
        }
    }

    /**
     * Takes off what has left the building. When the books say that fewer units were there, the missing ones are
     * found first: a parcel on its way is better evidence than a count.
     */
    public void consume(Deed deed, String reference, List<Claim> claims) {
        SortedMap<StockKey, Integer> units = unitsByKey(claims);
        if (units.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            List<Move> moves = new ArrayList<>();
            for (HeldPosition held : hold(units)) {
                int shipped = units.getOrDefault(held.key(), 0);
                if (shipped > held.onHand()) {
                    moves.add(new Move(held.key(), shipped - held.onHand(), Move.FOUND, reference));
                }
                moves.add(new Move(held.key(), -shipped, Move.SHIPPED, reference));
            }
            takeOff(deed, units, moves);
        });
    }

    /** Takes off promised units that turned out not to be there, as far as the books still had them. */
    public void writeOff(Deed deed, String reference, String reason, List<Claim> claims) {
        SortedMap<StockKey, Integer> units = unitsByKey(claims);
        if (units.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            List<Move> moves = new ArrayList<>();
            for (HeldPosition held : hold(units)) {
                int missing = Math.min(units.getOrDefault(held.key(), 0), held.onHand());
                if (missing > 0) {
                    moves.add(new Move(held.key(), -missing, reason, reference));
                }
            }
            takeOff(deed, units, moves);
        });
    }

    /**
     * The location says that it has none of it, whatever is on hand: the positions promise nothing until they are
     * counted, or unblocked.
     */
    public void doubt(Deed deed, List<StockKey> keys) {
        block(deed, IN_DOUBT, keys);
    }

    /** Stops positions from being promised until they are unblocked; what is reserved stays so. */
    public void block(Deed deed, String reason, List<StockKey> keys) {
        if (!keys.isEmpty()) {
            transactions.run(() -> {
                List<HeldPosition> changed = hold(new TreeSet<>(keys)).stream()
                        .filter(held -> !reason.equals(held.blockedReason()))
                        .toList();
                store.block(deed.at(), reason, changed);
                journal.record(deed, entries(changed, "PositionBlocked", Map.of("reason", reason)));
            });
        }
    }

    public void unblock(Deed deed, List<StockKey> keys) {
        if (!keys.isEmpty()) {
            transactions.run(() -> {
                List<HeldPosition> changed = hold(new TreeSet<>(keys)).stream()
                        .filter(held -> held.blockedReason() != null)
                        .toList();
                store.unblock(deed.at(), changed);
                journal.record(deed, unblocked(changed));
                arrivals.note(changed.stream().map(HeldPosition::key).toList());
            });
        }
    }

    static List<Entry> unblocked(List<HeldPosition> positions) {
        return entries(positions, "PositionUnblocked", Map.of());
    }

    private void takeOff(Deed deed, SortedMap<StockKey, Integer> units, List<Move> moves) {
        requireAll("take off", store.takeOff(deed.at(), units, moves), units);
        store.addMoves(deed, moves);
    }

    private List<HeldPosition> hold(SortedMap<StockKey, Integer> units) {
        return hold(units.keySet());
    }

    private List<HeldPosition> hold(Collection<StockKey> keys) {
        List<HeldPosition> held = store.hold(keys);
        if (held.size() != keys.size()) {
            throw new IllegalStateException("of the positions " + keys + " only " + held.size()
                    + " exist. Maybe a claim was made without locking its position first");
        }
        return held;
    }

    private static List<Entry> entries(List<HeldPosition> held, String type, Map<String, ?> data) {
        return held.stream()
                .map(h -> new Entry(subject(h.key()), h.journalSeq() + 1, type, null, null, data))
                .toList();
    }

    static Subject subject(StockKey key) {
        return Subject.of("position", key.toString());
    }

    private static SortedMap<StockKey, Integer> unitsByKey(List<Claim> claims) {
        SortedMap<StockKey, Integer> units = new TreeMap<>();
        for (Claim claim : claims) {
            Quantity quantity = claim.quantity();
            if (!quantity.isZero()) {
                units.merge(claim.key(), quantity.units(), Math::addExact);
            }
        }
        return units;
    }

    private static void requireAll(String deed, int changed, SortedMap<StockKey, Integer> units) {
        if (changed != units.size()) {
            throw new IllegalStateException("could " + deed + " units of only " + changed + " of these positions: "
                    + units + ". Maybe they were not locked and checked in this transaction");
        }
    }
}
