package io.braid.order;

import io.braid.kernel.OrderNumber;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds orders by the time they were accepted, without reading one. */
final class SpanStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("order/span");

    SpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Span span(Instant from, Instant to) {
        return jdbc.sql(sql.get("span"))
                .param("from", from.toString())
                .param("to", to.toString())
                .query((rs, row) -> new Span(from, to, rs.getLong("orders"), rs.getLong("first"), rs.getLong("last")))
                .single();
    }

    List<OrderNumber> acceptedWithin(Span span, long after, int limit) {
        return jdbc.sql(sql.get("acceptedWithin"))
                .param("after", Math.max(after, span.first() - 1))
                .param("last", span.last())
                .param("from", span.from().toString())
                .param("to", span.to().toString())
                .param("limit", limit)
                .query((rs, row) -> new OrderNumber(rs.getLong(1)))
                .list();
    }

    long lastNumber() {
        return jdbc.sql(sql.get("lastNumber")).query(Long.class).single();
    }
}
