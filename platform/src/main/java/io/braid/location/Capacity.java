package io.braid.location;

import io.braid.kernel.LocationCode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many shipments each location has been given on its local day. It counts only for locations with a daily
 * capacity, and never beyond it: the count and the limit are compared where the row is locked.
 */
public final class Capacity {
    private final CapacityStore store;

    Capacity(CapacityStore store) {
        this.store = store;
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
}
