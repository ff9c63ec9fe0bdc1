package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.routing.Decision;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads the table {@code decision}. */
final class DecisionStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("sourcing/decision");

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        Columns<Decided> rows = Columns.of(decided);
        jdbc.sql(sql.get("insert"))
                .param("orders", rows.longs(d -> d.order().value()))
                .param("seqs", rows.ints(Decided::seq))
                .param("ats", rows.texts(d -> d.decision().at()))
                .param("reasons", rows.texts(Decided::reason))
                .param("strategies", rows.texts(Decided::strategy))
                .param("micros", rows.ints(d -> (int) Math.min(d.decision().microseconds(), Integer.MAX_VALUE)))
                .param("bodies", rows.bytes(d -> d.decision().encoded()))
                .param("shipments", rows.ints(d -> d.reached().shipments()))
                .param("assigned", rows.ints(d -> d.reached().assigned()))
                .param("backordered", rows.ints(d -> d.reached().backordered()))
                .param("customerCare", rows.ints(d -> d.reached().customerCare()))
                .param("canceled", rows.ints(d -> d.reached().canceled()))
                .param("km", rows.texts(d -> d.reached().shipmentKm()))
                .param("measured", rows.ints(d -> d.reached().measured()))
                .update();
    }

    /** How many decisions each of these orders has; none for an order without. */
    Map<OrderNumber, Integer> counts(Collection<OrderNumber> orders) {
        Map<OrderNumber, Integer> counts = new HashMap<>();
        jdbc.sql(sql.get("counts"))
                .param("numbers", orders.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) -> counts.put(new OrderNumber(rs.getLong("order_number")), rs.getInt("decisions")))
                .list();
        return counts;
    }

    List<Decided> decisionsOf(OrderNumber order, int after, int limit) {
        return jdbc.sql(sql.get("decisionsOf"))
                .param("number", order.value())
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> new Decided(
                        order,
                        rs.getInt("seq"),
                        rs.getString("reason"),
                        rs.getObject("strategy", UUID.class),
                        Decision.decode(rs.getBytes("body")).stamped(rs.getInt("version"), rs.getInt("microseconds")),
                        reached(rs)))
                .list();
    }

    private static Reached reached(ResultSet rs) throws SQLException {
        return new Reached(
                rs.getInt("shipments"),
                rs.getInt("assigned"),
                rs.getInt("backordered"),
                rs.getInt("customer_care"),
                rs.getInt("canceled"),
                rs.getDouble("shipment_km"),
                rs.getInt("measured"));
    }

    /** Which strategy placed the order; empty before it was placed. */
    Optional<UUID> placedBy(OrderNumber order) {
        return jdbc.sql(sql.get("placedBy"))
                .param("number", order.value())
                .query(UUID.class)
                .optional();
    }

    /** Which strategy placed each of the orders. */
    Map<OrderNumber, UUID> placedBy(Collection<OrderNumber> orders) {
        Map<OrderNumber, UUID> placedBy = new HashMap<>();
        jdbc.sql(sql.get("placedByAll"))
                .param("numbers", orders.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) ->
                        placedBy.put(new OrderNumber(rs.getLong("order_number")), rs.getObject("strategy", UUID.class)))
                .list();
        return placedBy;
    }

    /** What the orders placed since a moment came to, for each strategy that placed any. */
    List<Comparison.Side> sides(Collection<UUID> strategies, Instant since) {
        return jdbc.sql(sql.get("sides"))
                .param("strategies", strategies.stream().map(UUID::toString).toArray(String[]::new))
                .param("since", since.toString())
                .query((rs, row) -> new Comparison.Side(
                        rs.getObject("strategy", UUID.class),
                        rs.getLong("orders"),
                        rs.getLong("shipments"),
                        rs.getLong("assigned"),
                        rs.getLong("backorders"),
                        rs.getLong("in_care"),
                        rs.getLong("canceled"),
                        rs.getDouble("kilometers"),
                        rs.getLong("measured")))
                .list();
    }
}
