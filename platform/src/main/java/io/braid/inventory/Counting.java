package io.braid.inventory;

import io.braid.inventory.Counted.Verdict;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applies counts and adjustments to any number of positions at once, in the caller's transaction: positions are
 * opened where there are none, locked in the one order, decided on, written with their moves. A position left with
 * less than is promised is a supply break, told once by an entry each time the shortage grows.
 */
final class Counting {
    /** The least that a location's limit for the age of its figures can be; younger ones were never too old. */
    private static final Duration FRESHNESS_MIN = Duration.ofHours(1);

    private final StockStore stock;
    private final CountStore store;
    private final Journal journal;
    private final Arrivals arrivals;

    Counting(StockStore stock, CountStore store, Journal journal, Arrivals arrivals) {
        this.stock = stock;
        this.store = store;
        this.journal = journal;
        this.arrivals = arrivals;
    }

    /** Counts of different positions; what became of each, in the same order. */
    List<Verdict> count(Deed deed, CountRun run, List<StockCount> counts) {
        Map<StockKey, HeldPosition> held =
                hold(counts.stream().map(StockCount::key).toList(), run.source(), deed);
        List<Verdict> verdicts = new ArrayList<>(counts.size());
        List<StockCount> applied = new ArrayList<>();
        List<StockKey> late = new ArrayList<>();
        for (StockCount count : counts) {
            HeldPosition position = held.get(count.key());
            Verdict verdict = position == null ? Verdict.UNKNOWN : verdict(run, count, position);
            verdicts.add(verdict);
            switch (verdict) {
                case APPLIED -> applied.add(count);
                case OLDER -> late.add(count.key());
                case UNKNOWN, REPEATED -> {}
            }
        }
        write(deed, run, applied, held);
        if (run.feed() != null && !late.isEmpty()) {
            store.markMentioned(run, late);
        }
        return verdicts;
    }

    private static Verdict verdict(CountRun run, StockCount count, HeldPosition position) {
        if (run.feed() != null && run.feed().equals(position.lastFeed())) {
            return Verdict.REPEATED;
        }
        return count.asOf().isBefore(position.asOf()) ? Verdict.OLDER : Verdict.APPLIED;
    }

    private void write(Deed deed, CountRun run, List<StockCount> counts, Map<StockKey, HeldPosition> held) {
        if (counts.isEmpty()) {
            return;
        }
        List<Move> moves = new ArrayList<>();
        List<Entry> breaks = new ArrayList<>();
        List<StockKey> freed = new ArrayList<>();
        int[] entries = new int[counts.size()];
        for (int i = 0; i < entries.length; i++) {
            StockCount count = counts.get(i);
            HeldPosition position = heldBy(held, count.key());
            int delta = count.onHand().units() - position.onHand();
            if (delta != 0) {
                moves.add(new Move(count.key(), delta, Move.COUNT, run.reference()));
            }
            entries[i] = tellBreak(position, count.onHand().units(), breaks);
            if (frees(count, position)) {
                freed.add(count.key());
            }
        }
        require(store.count(run, deed.at(), counts, entries), counts.size());
        stock.addMoves(deed, moves);
        journal.record(deed, breaks);
        freed.addAll(trusted(deed, counts, held));
        arrivals.note(freed);
    }

    /** Who counts knows better than who said that there is none: such a block ends. */
    private List<StockKey> trusted(Deed deed, List<StockCount> counts, Map<StockKey, HeldPosition> held) {
        List<StockKey> doubted = counts.stream()
                .map(StockCount::key)
                .filter(key -> Stock.IN_DOUBT.equals(heldBy(held, key).blockedReason()))
                .toList();
        if (!doubted.isEmpty()) {
            List<HeldPosition> positions = stock.hold(new TreeSet<>(doubted));
            stock.unblock(deed.at(), positions);
            journal.record(deed, Stock.unblocked(positions));
        }
        return doubted;
    }

    /** Whether more can be promised than before: more units, less held back, or a figure that may have been too old. */
    private static boolean frees(StockCount count, HeldPosition position) {
        int heldBack = count.safetyStock() == null
                ? position.safetyStock()
                : count.safetyStock().units();
        int free = count.onHand().units() - position.reserved() - heldBack;
        int freeBefore = position.onHand() - position.reserved() - position.safetyStock();
        boolean refreshed = position.asOf().isBefore(count.asOf().minus(FRESHNESS_MIN));
        return free > 0 && (free > freeBefore || refreshed);
    }

    /** Adjustments whose result was checked by the caller under the same locks. */
    void adjust(Deed deed, String reference, List<Adjustment> adjustments, Map<StockKey, HeldPosition> held) {
        SortedMap<StockKey, Integer> deltas = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        for (Adjustment a : adjustments) {
            deltas.merge(a.key(), a.delta(), Integer::sum);
            moves.add(new Move(a.key(), a.delta(), a.reason(), reference));
        }
        List<Entry> breaks = new ArrayList<>();
        int[] entries = new int[deltas.size()];
        int i = 0;
        for (Map.Entry<StockKey, Integer> delta : deltas.entrySet()) {
            HeldPosition position = heldBy(held, delta.getKey());
            entries[i++] = tellBreak(position, position.onHand() + delta.getValue(), breaks);
        }
        require(store.adjust(deed.at(), deltas, entries), deltas.size());
        stock.addMoves(deed, moves);
        journal.record(deed, breaks);
        arrivals.note(deltas.entrySet().stream()
                .filter(delta -> delta.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList());
    }

    /**
     * Locks these positions, opening those that are missing; what is still missing then is of an unknown product or
     * location.
     */
    Map<StockKey, HeldPosition> hold(Collection<StockKey> keys, StockSource source, Deed deed) {
        Map<StockKey, HeldPosition> held = new HashMap<>();
        stock.hold(new TreeSet<>(keys)).forEach(position -> held.put(position.key(), position));
        TreeSet<StockKey> missing = new TreeSet<>(keys);
        missing.removeAll(held.keySet());
        if (!missing.isEmpty()) {
            store.open(missing, source, deed.at());
            stock.hold(missing).forEach(position -> held.put(position.key(), position));
        }
        return held;
    }

    /** The version of a position, locked; 0 when there is none yet. */
    long heldVersion(StockKey key) {
        return stock.hold(List.of(key)).stream()
                .mapToLong(HeldPosition::version)
                .findFirst()
                .orElse(0);
    }

    private static int tellBreak(HeldPosition position, int onHand, List<Entry> breaks) {
        int shortage = Math.max(0, position.reserved() - onHand);
        if (shortage <= position.shortage()) {
            return 0;
        }
        Map<String, Integer> data = Map.of("onHand", onHand, "reserved", position.reserved(), "shortage", shortage);
        breaks.add(
                new Entry(Stock.subject(position.key()), position.journalSeq() + 1, "SupplyBroken", null, null, data));
        return 1;
    }

    private static HeldPosition heldBy(Map<StockKey, HeldPosition> held, StockKey key) {
        HeldPosition position = held.get(key);
        if (position == null) {
            throw new IllegalStateException("position " + key + " was not locked before it was changed");
        }
        return position;
    }

    private static void require(int changed, int expected) {
        if (changed != expected) {
            throw new IllegalStateException(
                    "changed " + changed + " of " + expected + " positions. Maybe one was named twice");
        }
    }
}
