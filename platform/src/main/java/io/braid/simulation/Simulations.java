package io.braid.simulation;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.order.Orders;
import io.braid.sourcing.StoredStrategy;
import io.braid.sourcing.Strategies;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Simulations: asked for, listed, canceled and read. They are run in the background, one at a time on each instance,
 * and change nothing but what is kept here.
 */
public final class Simulations {
    /** Some months of a mid-sized shop; a year of them says no more than a month does. */
    static final long ORDERS_MAX = 1_000_000;

    /** Uploaded orders of one simulation. */
    public static final int FILE_ORDERS_MAX = 50_000;

    /** A quarter after its end: by then the strategies that were compared have long been decided on. */
    static final Duration KEPT = Duration.ofDays(90);

    /** Each may have ten thousand changed orders and fifty thousand lines. */
    private static final int FORGOTTEN_AT_ONCE = 5;

    /** More than anybody compares; whoever starts simulations in a loop is told so. */
    private static final int WAITING_MAX = 20;

    private final SimulationStore store;
    private final Strategies strategies;
    private final Orders orders;
    private final Journal journal;
    private final Transactions transactions;
    private final Runnable wake;

    Simulations(Parts parts, Runnable wake) {
        this.store = parts.store();
        this.strategies = parts.strategies();
        this.orders = parts.orders();
        this.journal = parts.journal();
        this.transactions = parts.transactions();
        this.wake = wake;
    }

    record Parts(
            SimulationStore store, Strategies strategies, Orders orders, Journal journal, Transactions transactions) {}

    /** Compares the strategy with the one that is live at this moment; begun in the background. */
    public Outcome<Simulation> begin(Deed deed, Wish wish) {
        return transactions.decide(() -> {
            long waiting = store.waiting();
            if (waiting >= WAITING_MAX) {
                return Outcome.refused(new SimulationRefusal.TooManySimulations(waiting));
            }
            return switch (wish.orders()) {
                case Wish.Orders.Within(Instant from, Instant to) ->
                    counted(from, to).map(total -> insert(deed, wish, total));
                case Wish.Orders.Uploaded(List<Wish.Line> lines) -> {
                    Simulation begun = insert(deed, wish, lines.size());
                    store.insertLines(begun.id(), lines);
                    yield Outcome.done(begun);
                }
            };
        });
    }

    private Outcome<Long> counted(Instant from, Instant to) {
        long total = orders.span(from, to).orders();
        if (total == 0) {
            return Outcome.refused(new SimulationRefusal.NoOrdersToReplay(from, to));
        }
        return total > ORDERS_MAX
                ? Outcome.refused(new SimulationRefusal.TooManyOrdersToReplay(total, ORDERS_MAX))
                : Outcome.done(total);
    }

    private Simulation insert(Deed deed, Wish wish, long total) {
        UUID id = Ids.newId(deed.at());
        StoredStrategy live = strategies.liveNow();
        store.insert(deed, id, wish, live, total);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("live", live.id());
        data.put("draft", wish.draft().strategy());
        data.put("stock", wish.stock());
        data.put("orders", total);
        journal.record(deed, List.of(new Entry(subject(id), 1, "SimulationRequested", null, "QUEUED", data)));
        transactions.afterCommit(wake);
        return simulation(id);
    }

    static Subject subject(UUID id) {
        return Subject.of("simulation", id.toString());
    }

    /** Ends one that waits or runs; what it found so far is no answer. */
    public Outcome<Simulation> cancel(Deed deed, UUID id) {
        return transactions.decide(() -> {
            Optional<SimulationStore.Canceled> canceled = store.cancel(id, deed.at());
            if (canceled.isEmpty()) {
                return Outcome.refused(store.find(id)
                        .<SimulationRefusal>map(s -> new SimulationRefusal.SimulationEnded(s.state()))
                        .orElseGet(SimulationRefusal.NoSuchSimulation::new));
            }
            SimulationStore.Canceled it = canceled.get();
            journal.record(
                    deed,
                    List.of(new Entry(
                            subject(id),
                            it.version(),
                            "SimulationCanceled",
                            it.was().name(),
                            "CANCELED",
                            Map.of())));
            return Outcome.done(simulation(id));
        });
    }

    /** Removes some of those that ended longer ago than {@link #KEPT}, and how many; the journal remembers them. */
    int forgetSome(Instant now) {
        return transactions.call(() -> {
            List<SimulationStore.Forgotten> gone = store.forgetSome(now.minus(KEPT), FORGOTTEN_AT_ONCE);
            journal.record(
                    Deed.bySystem("simulation-retention", now),
                    gone.stream()
                            .map(one -> new Entry(
                                    subject(one.id()),
                                    one.version() + 1,
                                    "SimulationRemoved",
                                    one.was().name(),
                                    null,
                                    Map.of()))
                            .toList());
            return gone.size();
        });
    }

    private Simulation simulation(UUID id) {
        return store.find(id).orElseThrow();
    }

    public Optional<Simulation> findSimulation(UUID id) {
        return store.find(id);
    }

    /** Newest first, those before a moment and key. */
    public List<Simulation> listSimulations(Instant beforeAt, UUID beforeId, int limit) {
        return store.list(beforeAt, beforeId, limit);
    }

    /** The orders whose answer changed, in the order they were replayed, behind one. */
    public List<Change> listChanges(UUID id, long after, int limit) {
        return store.changes(id, after, limit);
    }
}
