package io.braid.fulfillment;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Noted;
import io.braid.journal.Subject;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shipments as rows: opened and read here, in the caller's transaction. What happens to an open one is
 * {@link Fulfillment}'s.
 */
public final class Shipments {
    private final ShipmentStore store;
    private final StepStore steps;
    private final ShipToStore shipTos;
    private final Journal journal;
    private final ServiceLevels serviceLevels;

    Shipments(ShipmentStore store, StepStore steps, ShipToStore shipTos, Journal journal, ServiceLevels serviceLevels) {
        this.store = store;
        this.steps = steps;
        this.shipTos = shipTos;
        this.journal = journal;
        this.serviceLevels = serviceLevels;
    }

    /** Opens any number of shipments in a handful of statements; it answers what the database now holds. */
    public List<Shipment> open(List<Opening> openings) {
        if (openings.isEmpty()) {
            return List.of();
        }
        List<Terms> terms = serviceLevels.termsOf(openings);
        List<Shipment> opened = new ArrayList<>(openings.size());
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            opened.add(opening.shipment().openedAt(opening.deed().at(), terms.get(i)));
        }
        store.insert(openings.stream().map(Opening::shipment).toList(), opened);
        List<Noted> notes = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            for (Entry entry : entries(opened.get(i))) {
                notes.add(new Noted(openings.get(i).deed(), entry));
            }
        }
        journal.record(notes);
        return opened;
    }

    private static List<Entry> entries(Shipment shipment) {
        Subject subject = Subject.of(shipment.number());
        String ready = ShipmentState.READY.name();
        Entry opened = new Entry(subject, 1, "ShipmentOpened", null, ready, openedData(shipment));
        if (shipment.state() == ShipmentState.READY) {
            return List.of(opened);
        }
        Map<String, ?> data = Map.of("automatic", true, "lines", Told.accepted(shipment.lines()));
        return List.of(
                opened,
                new Entry(
                        subject,
                        2,
                        "ShipmentAcknowledged",
                        ready,
                        shipment.state().name(),
                        data));
    }

    private static Map<String, Object> openedData(Shipment shipment) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("location", shipment.location().text());
        if (shipment.vendor() != null) {
            data.put("vendor", shipment.vendor().text());
        }
        data.put("acknowledgeBy", shipment.times().acknowledgeBy().toString());
        data.put("shipBy", shipment.times().shipBy().toString());
        PlannedCarriage carriage = shipment.carriage();
        if (carriage != null) {
            data.put("carrier", carriage.carrier());
            data.put("service", carriage.service());
        }
        data.put("lines", Told.opened(shipment.lines()));
        return data;
    }

    public Optional<Shipment> findShipment(ShipmentNumber number) {
        return store.find(number);
    }

    public List<Shipment> listByOrder(OrderNumber order) {
        return store.ofOrders(List.of(order));
    }

    /** The shipments of many orders, by order and then by number. */
    public List<Shipment> findAll(Collection<OrderNumber> orders) {
        return orders.isEmpty() ? List.of() : store.ofOrders(orders);
    }

    public List<Shipment> listShipments(ShipmentQuery query) {
        return store.list(query);
    }

    public List<ShipNotice> listNotices(ShipmentNumber number) {
        return steps.notices(number);
    }

    /** Lets shipments of an order go on to an address, whatever becomes of the order's own. */
    public void keepAddress(OrderNumber order, List<ShipmentNumber> numbers, ShipTo to) {
        shipTos.keep(order, numbers, to);
    }

    /**
     * Lets open shipments go where their order goes, which is elsewhere since: whoever read one before has a stale one.
     * The address itself stays out of the journal. The caller holds the order's lock.
     */
    public void followOrder(Deed deed, OrderNumber order, List<ShipmentNumber> numbers) {
        shipTos.follow(order, numbers);
        journal.record(
                deed,
                shipTos.readdressed(deed.at(), order, numbers).stream()
                        .map(Shipments::readdressed)
                        .toList());
    }

    private static Entry readdressed(ShipToStore.Readdressed shipment) {
        String state = shipment.state().name();
        return new Entry(
                Subject.of(shipment.number()), shipment.version(), "ShipmentReaddressed", state, state, Map.of());
    }

    /** Addresses of those shipments that do not go where their orders go. */
    public Map<ShipmentNumber, ShipTo> ownAddresses(List<ShipmentNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : shipTos.own(numbers);
    }

    /** What left with every ship notice of vendors' shipments, at its cost; in order of shipment and notice. */
    public List<ShippedNotice> listShipped(Collection<ShipmentNumber> numbers) {
        return numbers.isEmpty() ? List.of() : steps.shipped(numbers);
    }

    /** Canceled-items records of a shipment, after a running number. */
    public List<CanceledItems> listCanceledItems(ShipmentNumber number, int after, int limit) {
        return steps.canceledItems(number, after, limit);
    }

    /**
     * By order line, the locations that gave up units of it: acknowledged less, canceled a remainder or did not answer.
     */
    public Map<Integer, Set<LocationCode>> failedLocations(OrderNumber order) {
        return store.failedLocations(order);
    }

    /** By order line, how often units of it were given up by a location and went to another one. */
    public Map<Integer, Integer> reassignments(OrderNumber order) {
        return store.reassignments(order);
    }

    /** The same of many orders, with when and why. */
    public List<FailedLine> failedLines(Collection<OrderNumber> orders) {
        return store.failedLines(orders);
    }

    public Set<LocationCode> failedLocations(OrderNumber order, int orderLine) {
        return failedLocations(order).getOrDefault(orderLine, Set.of());
    }
}
