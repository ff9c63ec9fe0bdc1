package io.braid.inventory;

import java.util.Collection;
import java.util.SortedMap;

/** Keys and units side by side, as a set-based statement takes them: one array per column. */
record PositionArrays(String[] skus, String[] locations, int[] units) {
    static PositionArrays of(Collection<StockKey> keys) {
        String[] skus = keys.stream().map(k -> k.sku().text()).toArray(String[]::new);
        String[] locations = keys.stream().map(k -> k.location().text()).toArray(String[]::new);
        return new PositionArrays(skus, locations, new int[skus.length]);
    }

    static PositionArrays of(SortedMap<StockKey, Integer> units) {
        PositionArrays keys = of(units.keySet());
        int[] values = units.values().stream().mapToInt(Integer::intValue).toArray();
        return new PositionArrays(keys.skus, keys.locations, values);
    }
}
