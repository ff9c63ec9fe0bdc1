package io.braid.fulfillment;

import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shipments as rows: they are opened, read and withdrawn here, always under their order's lock. The two steps that a
 * location takes are {@code Fulfillment}'s.
 */
public final class Shipments {
    /** Opens any number of shipments in three statements; what it answers is what the database now holds. */
    public List<Shipment> open(Deed deed, List<NewShipment> shipments) {
        throw new UnsupportedOperationException();
    }

    public List<Shipment> listByOrder(OrderNumber order) {
        throw new UnsupportedOperationException();
    }

    /** The shipments of many orders, by order and then by number. */
    public List<Shipment> findAll(Collection<OrderNumber> orders) {
        throw new UnsupportedOperationException();
    }

    /** By order line, the locations that gave up units of it, by acknowledging less or by canceling a remainder. */
    public Map<Integer, Set<LocationCode>> failedLocations(OrderNumber order) {
        throw new UnsupportedOperationException();
    }

    public Set<LocationCode> failedLocations(OrderNumber order, int orderLine) {
        return failedLocations(order).getOrDefault(orderLine, Set.of());
    }

    /**
     * Takes back what a shipment has not shipped, because its order no longer wants it: stock is released and a
     * canceled-items record written. The caller holds the order's lock and moves the order's lines by the units
     * answered, from assigned to canceled.
     */
    public Outcome<List<ShortLine>> cancelUnshipped(Deed deed, ShipmentNumber shipment) {
        throw new UnsupportedOperationException();
    }
}
