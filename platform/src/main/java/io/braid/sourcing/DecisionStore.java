package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.routing.Decision;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    List<Decided> decisionsOf(OrderNumber order) {
        return jdbc.sql(sql.get("decisionsOf"))
                .param("number", order.value())
                .query((rs, row) -> new Decided(
                        order,
                        rs.getInt("seq"),
                        rs.getString("reason"),
                        rs.getObject("strategy", UUID.class),
                        Decision.decode(rs.getBytes("body")).stamped(rs.getInt("version"), rs.getInt("microseconds"))))
                .list();
    }
}
