package io.braid.order;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Noted;
import io.braid.journal.Subject;
import io.braid.kernel.OrderNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customer orders and where their units are. Orders are written in lists and changed by moving units between the
 * columns of a line; the state follows from the lines. Everything runs in the caller's transaction.
 */
public final class Orders {
    private final OrderStore store;
    private final Journal journal;

    Orders(OrderStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** New numbers, ascending; gaps are normal. */
    public List<OrderNumber> numbers(int count) {
        return store.numbers(count);
    }

    /**
     * Takes the channel's numbers for these orders. What another order already has comes back with that order; a
     * transaction that is about to take the same number is waited for.
     */
    public Map<ExternalNumber, Known> claim(Map<ExternalNumber, OrderNumber> wanted) {
        return store.claim(wanted);
    }

    /** Writes new orders with their lines and one journal entry each. */
    public void accept(List<Accepted> orders) {
        if (orders.isEmpty()) {
            return;
        }
        store.insert(orders);
        journal.record(orders.stream().map(Orders::accepted).toList());
    }

    private static Noted accepted(Accepted accepted) {
        Order order = accepted.order();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("channel", order.placed().external().channel());
        data.put("externalNumber", order.placed().external().number());
        data.put("lines", Quantities.of(order.lines()));
        return new Noted(
                accepted.deed(),
                new Entry(
                        Subject.of(order.number()),
                        1,
                        "OrderPlaced",
                        null,
                        order.state().name(),
                        data));
    }

    /** Locks the order's row: the first lock of every command that touches the order or its shipments. */
    public Optional<Order> lock(OrderNumber number) {
        return store.lock(number);
    }

    public Optional<Order> findOrder(OrderNumber number) {
        return store.findAll(List.of(number)).stream().findFirst();
    }

    public List<Order> findAll(Collection<OrderNumber> numbers) {
        return store.findAll(numbers);
    }

    public List<Order> listOrders(OrderQuery query) {
        return store.list(query);
    }

    /**
     * Moves units of an order that this transaction has locked, and tells it in the journal.
     *
     * @param entryType what happened: {@code UnitsShipped}, {@code UnitsCanceled}, …
     */
    public Order change(Deed deed, OrderNumber number, String entryType, List<LineChange> changes) {
        Order before = store.lock(number)
                .orElseThrow(() -> new IllegalStateException(
                        "order " + number + " is not there to change. Maybe the caller did not lock it first."));
        Order after = before.changed(changes);
        store.update(deed, after);
        journal.record(
                deed,
                List.of(new Entry(
                        Subject.of(number),
                        after.version(),
                        entryType,
                        before.state().name(),
                        after.state().name(),
                        Map.of("lines", Quantities.of(changes, after)))));
        return after;
    }
}
