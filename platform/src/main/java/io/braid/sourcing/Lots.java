package io.braid.sourcing;

import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lies where of some products. Every candidate of every order is found here, so a product is looked up once. */
final class Lots {
    private final Map<Sku, Map<LocationCode, Lot>> byProduct = new HashMap<>();

    Collection<Lot> of(Sku sku) {
        return byProduct.getOrDefault(sku, Map.of()).values();
    }

    @Nullable
    Lot at(Sku sku, LocationCode location) {
        return byProduct.getOrDefault(sku, Map.of()).get(location);
    }

    void put(Sku sku, Lot lot) {
        byProduct
                .computeIfAbsent(sku, s -> new LinkedHashMap<>())
                .put(lot.at().location().code(), lot);
    }

    /** A plan takes what a lot offered; units that come in where nothing lay before are not known here. */
    void take(StockKey key, int units) {
        Lot lot = at(key.sku(), key.location());
        if (lot != null) {
            lot.take(units);
        }
    }

    List<StockKey> keys() {
        List<StockKey> keys = new ArrayList<>();
        byProduct.forEach((sku, lots) -> lots.keySet().forEach(location -> keys.add(new StockKey(sku, location))));
        return keys;
    }

    /** The same with these units and no others where units may be used. */
    Lots holding(Map<StockKey, Integer> units) {
        Lots others = new Lots();
        byProduct.forEach((sku, lots) -> lots.forEach((location, lot) -> others.put(
                sku,
                lot.with(lot.barred() == null ? units.getOrDefault(new StockKey(sku, location), 0) : lot.units()))));
        return others;
    }

    /** Adds copies of further products' lots. */
    void learn(Lots more) {
        more.byProduct.forEach((sku, lots) -> lots.values().forEach(lot -> put(sku, lot.with(lot.units()))));
    }
}
