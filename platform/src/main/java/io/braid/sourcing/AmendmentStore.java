package io.braid.sourcing;

import io.braid.fulfillment.ShipTo;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the table {@code amendment}; for a vendor, on that vendor's connection. */
final class AmendmentStore {
    private static final Sql SQL = Sql.of("sourcing/amendment");

    private final JdbcClient jdbc;

    AmendmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Requests that a newer one of their kind took the place of, as they are since. */
    List<Amendment> supersede(OrderNumber order, Amendment.Kind kind, List<ShipmentNumber> shipments, Instant at) {
        return jdbc.sql(SQL.get("supersede"))
                .param("order", order.value())
                .param("kind", kind.name())
                .param("sequences", Columns.of(shipments).ints(ShipmentNumber::sequence))
                .param("at", at.toString())
                .query((rs, row) -> amendment(rs))
                .list();
    }

    /** Whether the shopper asked for the order to be canceled; what was not a vendor's then is canceled since. */
    boolean isCanceled(OrderNumber order) {
        return jdbc.sql(SQL.get("isCanceled"))
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** Ends the open requests of a shipment, and answers them as they are since. */
    List<Amendment> close(ShipmentNumber shipment, Amendment.State state, Instant at) {
        return jdbc.sql(SQL.get("close"))
                .param("order", shipment.order().value())
                .param("shipment", shipment.sequence())
                .param("state", state.name())
                .param("at", at.toString())
                .query((rs, row) -> amendment(rs))
                .list();
    }

    /** False when one of its kind is open for the shipment. */
    boolean insert(Amendment asked) {
        ShipTo to = asked.shipTo();
        return jdbc.sql(SQL.get("insert"))
                        .param("id", asked.id())
                        .param("order", asked.shipment().order().value())
                        .param("shipment", asked.shipment().sequence())
                        .param("vendor", asked.vendor().text())
                        .param("kind", asked.kind().name())
                        .param("at", asked.requestedAt().toString())
                        .param("name", to == null ? null : to.name())
                        .param("line1", to == null ? null : to.line1())
                        .param("line2", to == null ? null : to.line2())
                        .param("city", to == null ? null : to.city())
                        .param("region", to == null ? null : to.region())
                        .param("postalCode", to == null ? null : to.postalCode())
                        .param("country", to == null ? null : to.country())
                        .param("phone", to == null ? null : to.phone())
                        .update()
                == 1;
    }

    Optional<Amendment> find(UUID id) {
        return jdbc.sql(SQL.get("find"))
                .param("id", id)
                .query((rs, row) -> amendment(rs))
                .optional();
    }

    List<Amendment> list(AmendmentQuery query) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", query.vendor() == null ? null : query.vendor().text())
                .param("state", query.state() == null ? null : query.state().name())
                .param("order", query.order() == null ? null : query.order().value())
                .param("after", query.after() == null ? null : query.after().toString())
                .param("limit", query.limit())
                .query((rs, row) -> amendment(rs))
                .list();
    }

    List<Amendment> ofOrders(List<OrderNumber> orders) {
        return jdbc.sql(SQL.get("ofOrders"))
                .param("orders", orders.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) -> amendment(rs))
                .list();
    }

    void answer(Amendment answered) {
        jdbc.sql(SQL.get("answer"))
                .param("id", answered.id())
                .param("state", answered.state().name())
                .param("at", String.valueOf(answered.answeredAt()))
                .param("comment", answered.comment())
                .update();
    }

    private static Amendment amendment(ResultSet rs) throws SQLException {
        OffsetDateTime answered = rs.getObject("answered_at", OffsetDateTime.class);
        return new Amendment(
                rs.getObject("id", UUID.class),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                new VendorCode(rs.getString("vendor")),
                Amendment.Kind.valueOf(rs.getString("kind")),
                Amendment.State.valueOf(rs.getString("state")),
                address(rs),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                answered == null ? null : answered.toInstant(),
                rs.getString("comment"),
                rs.getInt("version"));
    }

    private static @Nullable ShipTo address(ResultSet rs) throws SQLException {
        return rs.getString("line1") == null
                ? null
                : new ShipTo(
                        rs.getString("name"),
                        rs.getString("line1"),
                        rs.getString("line2"),
                        rs.getString("city"),
                        rs.getString("region"),
                        rs.getString("postal_code"),
                        rs.getString("country"),
                        rs.getString("phone"));
    }
}
