package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.store.VendorScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Positions to look at: everybody's for the operator, its own for a vendor. Nothing is locked or changed. */
public final class Positions {
    private final PositionStore store;

    Positions(PositionStore store) {
        this.store = store;
    }

    public Optional<Position> findPosition(StockKey key) {
        return store.find(List.of(key)).stream().findFirst();
    }

    public Position position(StockKey key) {
        return findPosition(key).orElseThrow(() -> new IllegalArgumentException("there is no position " + key));
    }

    /** Positions in the order of their keys, those after one key if it is given. */
    public List<Position> listPositions(PositionFilter filter, @Nullable StockKey after, int limit) {
        return store.list(filter, after, limit);
    }

    public List<Position> listPositions(VendorScope scope, PositionFilter filter, @Nullable StockKey after, int limit) {
        return store.list(scope, filter, after, limit);
    }

    /** Whether this is a location of that vendor. */
    public boolean knowsLocation(VendorScope scope, LocationCode location) {
        return store.knowsLocation(scope, location);
    }

    boolean knowsLocation(LocationCode location) {
        return store.knowsLocation(location);
    }

    /** In the order of the keys. */
    List<Position> listPositions(Collection<StockKey> keys) {
        Map<StockKey, Position> found =
                store.find(keys).stream().collect(Collectors.toMap(Position::key, Function.identity()));
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
