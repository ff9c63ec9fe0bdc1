package io.braid.order;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import io.braid.store.Sql;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds lines of {@code order_line} that wait for stock, through the index that holds no others. */
final class BackorderStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("order/backorder");

    BackorderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Sku> backordered(Collection<Sku> skus) {
        return new LinkedHashSet<>(jdbc.sql(sql.get("backordered"))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .query((rs, row) -> new Sku(rs.getString(1)))
                .list());
    }

    List<Sku> listBackordered(String afterSku, int limit) {
        return jdbc.sql(sql.get("listBackordered"))
                .param("after", afterSku)
                .param("limit", limit)
                .query((rs, row) -> new Sku(rs.getString(1)))
                .list();
    }

    List<Backorder> listBackorders(Sku sku, long afterOrder, int limit) {
        return jdbc.sql(sql.get("listBackorders"))
                .param("sku", sku.text())
                .param("after", afterOrder)
                .param("limit", limit)
                .query((rs, row) -> new Backorder(
                        new OrderNumber(rs.getLong("order_number")), rs.getInt("line"), rs.getInt("open")))
                .list();
    }
}
