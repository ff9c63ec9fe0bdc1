package io.braid.inventory;

import io.braid.inventory.Counted.Verdict;
import io.braid.inventory.StockRefusal.AdjustmentNotPossible;
import io.braid.inventory.StockRefusal.CountOutOfTime;
import io.braid.inventory.StockRefusal.LocationNotFound;
import io.braid.inventory.StockRefusal.ProductNotFound;
import io.braid.inventory.StockRefusal.VersionConflict;
import io.braid.journal.Deed;
import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.Quantity;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people and systems say is there: counts, which state a figure of a moment, and adjustments, which change it.
 * Either may leave less than is promised: that is a fact to be told, not an error.
 */
public final class Counts {
    /** How far the teller's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    /** One request is one transaction: a thousand locked rows is a moment, a million is a feed. */
    public static final int ADJUSTMENTS_MAX = 1_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Counting counting;
    private final Positions positions;
    private final Transactions transactions;

    Counts(Counting counting, Positions positions, Transactions transactions) {
        this.counting = counting;
        this.positions = positions;
        this.transactions = transactions;
    }

    /** Sets a position to what was counted, unless a later count was applied before. */
    public Outcome<Counted> set(Deed deed, StockCount count, @Nullable Long expectedVersion) {
        if (isOutOfTime(count.asOf(), deed.at())) {
            return Outcome.refused(new CountOutOfTime(count.asOf(), deed.at(), CLOCK_SKEW_MAX));
        }
        if (!positions.knowsLocation(count.key().location())) {
            return Outcome.refused(new LocationNotFound(count.key().location()));
        }
        CountRun run = new CountRun(StockSource.API, deed.correlationId(), null);
        return transactions.decide(() -> {
            if (expectedVersion != null) {
                long current = counting.heldVersion(count.key());
                if (current != expectedVersion) {
                    return Outcome.refused(new VersionConflict(count.key(), expectedVersion, current));
                }
            }
            Verdict verdict = counting.count(deed, run, List.of(count)).getFirst();
            return verdict == Verdict.UNKNOWN
                    ? Outcome.refused(new ProductNotFound(count.key().sku()))
                    : Outcome.done(new Counted(positions.position(count.key()), verdict));
        });
    }

    /** Adjusts positions, all or none; the positions afterwards, in the order of the items. */
    public Outcome<List<Position>> adjust(Deed deed, List<Adjustment> adjustments) {
        return transactions.decide(() -> {
            List<StockKey> keys =
                    adjustments.stream().map(Adjustment::key).distinct().toList();
            Map<StockKey, HeldPosition> held = counting.hold(keys, StockSource.API, deed);
            List<Fault> faults = faults(adjustments, held);
            if (!faults.isEmpty()) {
                return Outcome.refused(new AdjustmentNotPossible(faults));
            }
            counting.adjust(deed, deed.correlationId(), adjustments, held);
            return Outcome.done(positions.listPositions(keys));
        });
    }

    /** Items are taken one after another: none may pass through less than nothing. */
    private List<Fault> faults(List<Adjustment> adjustments, Map<StockKey, HeldPosition> held) {
        List<Fault> faults = new ArrayList<>();
        Map<StockKey, Integer> onHand = new HashMap<>();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment a = adjustments.get(i);
            HeldPosition position = held.get(a.key());
            if (position == null) {
                faults.add(unknown(i, a.key()));
                continue;
            }
            int before = onHand.getOrDefault(a.key(), position.onHand());
            long after = (long) before + a.delta();
            if (after < 0 || after > Quantity.UNITS_MAX) {
                faults.add(new Fault(
                        "/items/" + i + "/delta",
                        "position " + a.key() + " has " + before + " on hand: " + a.delta() + " would make it " + after
                                + ", which is not between 0 and " + Quantity.UNITS_MAX));
                continue;
            }
            onHand.put(a.key(), (int) after);
        }
        return faults;
    }

    private Fault unknown(int item, StockKey key) {
        LocationCode location = key.location();
        return positions.knowsLocation(location)
                ? new Fault("/items/" + item + "/sku", "there is no product " + key.sku())
                : new Fault("/items/" + item + "/location", "there is no location " + location);
    }

    static boolean isOutOfTime(Instant asOf, Instant now) {
        return asOf.isAfter(now.plus(CLOCK_SKEW_MAX)) || asOf.isBefore(EARLIEST);
    }
}
