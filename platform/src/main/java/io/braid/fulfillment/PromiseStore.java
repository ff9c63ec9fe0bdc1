package io.braid.fulfillment;

import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums up what shipments were promised. */
final class PromiseStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("fulfillment/promise");

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<StockKey, Integer> promisedSince(Instant since) {
        Map<StockKey, Integer> promised = new HashMap<>();
        jdbc.sql(sql.get("promisedSince"))
                .param("since", since.toString())
                .query((rs, row) -> promised.put(
                        new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location"))),
                        rs.getInt("units")))
                .list();
        return promised;
    }
}
