package io.braid.fulfillment;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the table {@code shipment_ship_to}; for a vendor, on that vendor's connection. */
final class ShipToStore {
    private static final Sql SQL = Sql.of("fulfillment/ship_to");

    private final JdbcClient jdbc;

    ShipToStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have an address of their own already keep that one. */
    void keep(OrderNumber order, List<ShipmentNumber> shipments, ShipTo to) {
        jdbc.sql(SQL.get("keep"))
                .param("order", order.value())
                .param("sequences", Columns.of(shipments).ints(ShipmentNumber::sequence))
                .param("name", to.name())
                .param("line1", to.line1())
                .param("line2", to.line2())
                .param("city", to.city())
                .param("region", to.region())
                .param("postalCode", to.postalCode())
                .param("country", to.country())
                .param("phone", to.phone())
                .update();
    }

    void follow(OrderNumber order, List<ShipmentNumber> shipments) {
        jdbc.sql(SQL.get("follow"))
                .param("order", order.value())
                .param("sequences", Columns.of(shipments).ints(ShipmentNumber::sequence))
                .update();
    }

    /** A shipment that goes elsewhere since, with its version since. */
    record Readdressed(ShipmentNumber number, int version, ShipmentState state) {}

    List<Readdressed> readdressed(Instant at, OrderNumber order, List<ShipmentNumber> shipments) {
        return jdbc.sql(SQL.get("readdressed"))
                .param("order", order.value())
                .param("sequences", Columns.of(shipments).ints(ShipmentNumber::sequence))
                .param("at", at.toString())
                .query((rs, row) -> new Readdressed(
                        new ShipmentNumber(order, rs.getInt("sequence")),
                        rs.getInt("version"),
                        ShipmentState.valueOf(rs.getString("state"))))
                .list();
    }

    /** Addresses of those shipments that do not go where their orders go. */
    Map<ShipmentNumber, ShipTo> own(List<ShipmentNumber> shipments) {
        Columns<ShipmentNumber> keys = Columns.of(shipments);
        Map<ShipmentNumber, ShipTo> own = new HashMap<>();
        jdbc.sql(SQL.get("own"))
                .param("orders", keys.longs(s -> s.order().value()))
                .param("sequences", keys.ints(ShipmentNumber::sequence))
                .query((rs, row) -> own.put(
                        new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                        new ShipTo(
                                rs.getString("name"),
                                rs.getString("line1"),
                                rs.getString("line2"),
                                rs.getString("city"),
                                rs.getString("region"),
                                rs.getString("postal_code"),
                                rs.getString("country"),
                                rs.getString("phone"))))
                .list();
        return own;
    }
}
