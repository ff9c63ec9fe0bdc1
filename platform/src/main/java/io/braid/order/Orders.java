package io.braid.order;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Noted;
import io.braid.journal.Subject;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Customer orders and where their units are. Orders are written in lists and changed by moving units between the
 * columns of a line; the state follows from the lines. Everything runs in the caller's transaction.
 */
public final class Orders {
    private final OrderStore store;
    private final BackorderStore backorders;
    private final SpanStore spans;
    private final AddressStore addresses;
    private final Journal journal;

    Orders(OrderStore store, BackorderStore backorders, AddressStore addresses, SpanStore spans, Journal journal) {
        this.spans = spans;
        this.store = store;
        this.backorders = backorders;
        this.addresses = addresses;
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

    /** How many orders were accepted from one moment until before another, and between which numbers they lie. */
    public Span span(Instant from, Instant to) {
        return spans.span(from, to);
    }

    /** The next orders of a span behind a number (0 for the first), by number. */
    public List<Order> listAccepted(Span span, long after, int limit) {
        return store.findAll(spans.acceptedWithin(span, after, limit));
    }

    /** The last number given out on any instance: while it grows, orders are coming in. */
    public long lastNumber() {
        return spans.lastNumber();
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

    /** Locks many orders, lowest number first, as everybody does who needs more than one. */
    public List<Order> lockAll(Collection<OrderNumber> numbers) {
        return numbers.isEmpty() ? List.of() : store.lockAll(numbers);
    }

    /** Which of these products somebody waits for. */
    public Set<Sku> backordered(Collection<Sku> skus) {
        return skus.isEmpty() ? Set.of() : backorders.backordered(skus);
    }

    /** Products that somebody waits for, after one, in the order of their SKUs. */
    public List<Sku> listBackordered(String afterSku, int limit) {
        return backorders.listBackordered(afterSku, limit);
    }

    /**
     * Lines that wait for a product, behind an order: the order that was accepted first comes first, because numbers
     * ascend with acceptance.
     */
    public List<Backorder> listBackorders(Sku sku, long afterOrder, int limit) {
        return backorders.listBackorders(sku, afterOrder, limit);
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
        return changeAll(deed, entryType, List.of(new OrderChange(before, changes)))
                .getFirst();
    }

    /** Sends an order that this transaction has locked elsewhere; the address itself stays out of the journal. */
    public void readdress(Deed deed, Order order, NewOrder.ShipTo shipTo) {
        addresses.readdress(deed, order.number(), shipTo);
        String state = order.state().name();
        journal.record(
                deed,
                List.of(new Entry(
                        Subject.of(order.number()), order.version() + 1, "OrderReaddressed", state, state, Map.of())));
    }

    /** The same for many orders, in the same number of statements; each as it was read under its lock. */
    public List<Order> changeAll(Deed deed, String entryType, List<OrderChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Order> changed = new ArrayList<>(changes.size());
        List<Entry> entries = new ArrayList<>(changes.size());
        for (OrderChange change : changes) {
            Order before = change.before();
            Order after = before.changed(change.lines());
            changed.add(after);
            entries.add(new Entry(
                    Subject.of(after.number()),
                    after.version(),
                    entryType,
                    before.state().name(),
                    after.state().name(),
                    Map.of("lines", Quantities.of(change.lines(), after))));
        }
        store.update(deed, changed);
        journal.record(deed, entries);
        return changed;
    }
}
