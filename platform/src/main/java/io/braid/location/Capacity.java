package io.braid.location;

import io.braid.kernel.LocationCode;
import java.math.BigDecimal;
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
     * Counts amounts into windows, within the caller's transaction: one statement, rows locked in sorted order.
     *
     * @return the windows whose capacity did not suffice; nothing was counted in these
     */
    public Set<LocationWindow> claimWindows(Map<LocationWindow, BigDecimal> amounts) {
        if (amounts.isEmpty()) {
            return Set.of();
        }
        TreeMap<LocationWindow, BigDecimal> sorted = new TreeMap<>(amounts);
        sorted.keySet().removeAll(windows.claim(sorted));
        return sorted.keySet();
    }

    /** Takes amounts out again that were counted in and will not be used, within the caller's transaction. */
    public void giveBackWindows(Map<LocationWindow, BigDecimal> amounts) {
        if (!amounts.isEmpty()) {
            windows.giveBack(new TreeMap<>(amounts));
        }
    }
}
