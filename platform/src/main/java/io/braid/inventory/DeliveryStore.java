package io.braid.inventory;

import io.braid.inventory.Deliveries.Due;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves due deliveries of {@code position} from incoming to on hand. */
final class DeliveryStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("inventory/delivery");

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks positions with something due at that moment, leaving those that somebody else holds. */
    List<Due> lockDue(Instant at, int limit) {
        return jdbc.sql(sql.get("lockDue"))
                .param("at", at.toString())
                .param("limit", limit)
                .query((rs, row) -> new Due(
                        new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location"))),
                        rs.getInt("units"),
                        rs.getString("dates")))
                .list();
    }

    void receive(Instant at, SortedMap<StockKey, Integer> units) {
        PositionArrays arrays = PositionArrays.of(units);
        jdbc.sql(sql.get("receive"))
                .param("skus", arrays.skus())
                .param("locations", arrays.locations())
                .param("units", arrays.units())
                .param("at", at.toString())
                .update();
    }
}
