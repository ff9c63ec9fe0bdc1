package io.braid.inventory;

import io.braid.journal.Deed;
import io.braid.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Announced deliveries count from their date on: on that day, by the clock of the location, their units go on hand and
 * off the list of what is incoming. A figure of a later day that still calls a delivery incoming knows better, so what
 * was due before the position was last counted is late and stays where it is.
 */
final class Deliveries {
    /** Positions of one transaction: some milliseconds' worth of locks. */
    private static final int POSITIONS_MAX = 200;

    private final DeliveryStore store;
    private final StockStore stock;
    private final Transactions transactions;
    private final Arrivals arrivals;
    private final Clock clock;

    Deliveries(DeliveryStore store, StockStore stock, Transactions transactions, Arrivals arrivals, Clock clock) {
        this.store = store;
        this.stock = stock;
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** One delivery or several of one position, and their dates. */
    record Due(StockKey key, int units, String dates) {}

    /** Receives some of what is due; how many positions it were. Several instances share the work. */
    int receiveSome() {
        return transactions.call(() -> {
            Deed deed = Deed.bySystem("deliveries", clock.instant());
            List<Due> due = store.lockDue(deed.at(), POSITIONS_MAX);
            if (due.isEmpty()) {
                return 0;
            }
            SortedMap<StockKey, Integer> units = new TreeMap<>();
            List<Move> moves = new ArrayList<>();
            for (Due one : due) {
                units.put(one.key(), one.units());
                moves.add(new Move(one.key(), one.units(), Move.DELIVERY, one.dates()));
            }
            store.receive(deed.at(), units);
            stock.addMoves(deed, moves);
            arrivals.note(units.keySet());
            return due.size();
        });
    }
}
