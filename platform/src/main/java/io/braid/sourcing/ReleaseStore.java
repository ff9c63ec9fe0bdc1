package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables {@code backorder_check} and {@code backorder_release}: who has to be looked at, and how far. */
final class ReleaseStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("sourcing/release");

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line that has just begun to wait. */
    record Check(Sku sku, OrderNumber order) {}

    /** A product whose waiting lines behind an order are to be gone through; its row is locked. */
    record Release(Sku sku, long afterOrder, int failures) {}

    void addChecks(Collection<Check> checks) {
        if (checks.isEmpty()) {
            return;
        }
        Columns<Check> rows = Columns.of(List.copyOf(checks));
        jdbc.sql(sql.get("addChecks"))
                .param("skus", rows.texts(Check::sku))
                .param("orders", rows.longs(c -> c.order().value()))
                .update();
    }

    /** Takes checks that nobody else is taking: per product the first order. */
    Map<Sku, Long> takeChecks(int limit) {
        Map<Sku, Long> first = new HashMap<>();
        jdbc.sql(sql.get("takeChecks"))
                .param("limit", limit)
                .query((rs, row) ->
                        first.merge(new Sku(rs.getString("sku")), rs.getLong("order_number"), (a, b) -> Math.min(a, b)))
                .list();
        return first;
    }

    /** Asks for products to be gone through behind these orders; of two requests the earlier order counts. */
    void request(SortedMap<Sku, Long> afterOrders) {
        List<Map.Entry<Sku, Long>> sorted = List.copyOf(afterOrders.entrySet());
        jdbc.sql(sql.get("request"))
                .param("skus", Columns.of(sorted).texts(Map.Entry::getKey))
                .param("afters", Columns.of(sorted).longs(Map.Entry::getValue))
                .update();
    }

    Optional<Release> claim() {
        return jdbc.sql(sql.get("claim"))
                .query((rs, row) ->
                        new Release(new Sku(rs.getString("sku")), rs.getLong("after_order"), rs.getInt("failures")))
                .optional();
    }

    void advance(Sku sku, long afterOrder) {
        jdbc.sql(sql.get("advance"))
                .param("sku", sku.text())
                .param("after", afterOrder)
                .update();
    }

    void postpone(Sku sku, Duration pause) {
        jdbc.sql(sql.get("postpone"))
                .param("sku", sku.text())
                .param("seconds", pause.toSeconds())
                .update();
    }

    void finish(Sku sku) {
        jdbc.sql(sql.get("finish")).param("sku", sku.text()).update();
    }
}
