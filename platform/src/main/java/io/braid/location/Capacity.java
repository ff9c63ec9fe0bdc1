package io.braid.location;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many shipments each location has been given on its local day, and what they took of its windows. It counts only
 * for locations with such a capacity, and never beyond it: the count and the limit are compared where the row is
 * locked. What will not ship is given back where it was counted.
 */
public final class Capacity {
    private final CapacityStore store;
    private final WindowStore windows;

    Capacity(CapacityStore store, WindowStore windows) {
        this.store = store;
        this.windows = windows;
    }

    /** Shipments given so far; a location without any is left out. One day per location. */
    public Map<LocationCode, Integer> assignedOn(Collection<LocationDay> days) {
        return days.isEmpty() ? Map.of() : store.assignedOn(days);
    }

    /**
     * Counts shipments in, within the caller's transaction: one statement, rows locked in sorted order.
     *
     * @return the days whose capacity did not suffice; nothing was counted for these
     */
    public Set<LocationDay> claim(Map<LocationDay, Integer> shipments) {
        if (shipments.isEmpty()) {
            return Set.of();
        }
        TreeMap<LocationDay, Integer> sorted = new TreeMap<>(shipments);
        sorted.keySet().removeAll(store.claim(sorted));
        return sorted.keySet();
    }

    /** Counts shipments out again that were counted in and will not be made, within the caller's transaction. */
    public void giveBack(Map<LocationDay, Integer> shipments) {
        if (!shipments.isEmpty()) {
            store.giveBack(new TreeMap<>(shipments));
        }
    }

    /** What was counted in these windows so far; one without anything is left out. */
    public Map<LocationWindow, BigDecimal> usedIn(Collection<LocationWindow> asked) {
        return asked.isEmpty() ? Map.of() : windows.usedIn(asked);
    }

    /**
     * Counts into windows what shipments take of them, within the caller's transaction: rows locked in sorted order.
     * All or nothing.
     *
     * @return the windows whose capacity did not suffice; when there are any, nothing was counted at all
     */
    public Set<LocationWindow> book(Map<ShipmentNumber, List<WindowBooking>> bookings) {
        TreeMap<LocationWindow, BigDecimal> amounts = new TreeMap<>();
        bookings.values()
                .forEach(taken -> taken.forEach(one -> amounts.merge(one.window(), one.amount(), BigDecimal::add)));
        if (amounts.isEmpty()) {
            return Set.of();
        }
        Set<LocationWindow> found = windows.claim(amounts);
        if (found.size() == amounts.size()) {
            windows.insert(bookings);
            return Set.of();
        }
        TreeMap<LocationWindow, BigDecimal> full = new TreeMap<>(amounts);
        full.keySet().removeAll(found);
        amounts.keySet().retainAll(found);
        if (!amounts.isEmpty()) {
            windows.giveBack(amounts);
        }
        return full.keySet();
    }

    /**
     * Gives the windows of a shipment back what units of it took that will not ship, within the caller's transaction.
     *
     * @param units by line of the shipment; one of {@link WindowBooking#WHOLE_SHIPMENT} when nothing of it is left
     */
    public void giveBackUnits(ShipmentNumber shipment, Map<Integer, Integer> units) {
        if (!units.isEmpty()) {
            windows.giveBackUnits(shipment, units);
        }
    }
}
