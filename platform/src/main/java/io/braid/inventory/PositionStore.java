package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reads positions to be shown, without locks; on whichever role's connection it is given. */
final class PositionStore {
    private static final Sql SQL = Sql.of("inventory/position");

    private final JdbcClient jdbc;

    PositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knowsLocation(LocationCode location) {
        return jdbc.sql(SQL.get("knowsLocation"))
                .param("location", location.text())
                .query(Boolean.class)
                .single();
    }

    List<Position> find(Collection<StockKey> keys) {
        PositionArrays arrays = PositionArrays.of(keys);
        return jdbc.sql(SQL.get("read") + "\n" + SQL.get("byKeys"))
                .param("skus", arrays.skus())
                .param("locations", arrays.locations())
                .query((rs, row) -> position(rs))
                .list();
    }

    /** In the order of keys. Each filter has a statement of its own, so that each walks its own index. */
    List<Position> list(PositionFilter filter, @Nullable StockKey after, int limit) {
        String page = filter.sku() != null ? "pageOfSku" : filter.location() != null ? "pageOfLocation" : "page";
        return jdbc.sql(SQL.get("read") + "\n" + SQL.get(page))
                .param("sku", filter.sku() == null ? null : filter.sku().text())
                .param(
                        "location",
                        filter.location() == null ? null : filter.location().text())
                .param("afterSku", after == null ? "" : after.sku().text())
                .param("afterLocation", after == null ? "" : after.location().text())
                .param("limit", limit)
                .query((rs, row) -> position(rs))
                .list();
    }

    private static Position position(ResultSet rs) throws SQLException {
        return new Position(
                new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location"))),
                Upc.parse(rs.getString("upc")),
                rs.getInt("on_hand"),
                rs.getInt("reserved"),
                rs.getInt("safety_stock"),
                rs.getInt("shortage"),
                incoming(rs.getString("incoming")),
                rs.getString("blocked_reason"),
                rs.getObject("blocked_until", LocalDate.class),
                rs.getString("source"),
                rs.getObject("as_of", OffsetDateTime.class).toInstant(),
                rs.getObject("updated_at", OffsetDateTime.class).toInstant(),
                rs.getLong("version"));
    }

    private static List<Incoming> incoming(String json) {
        List<Incoming> incoming = new ArrayList<>();
        for (JsonNode delivery : Json.MAPPER.readTree(json)) {
            incoming.add(new Incoming(
                    new Quantity(delivery.get("quantity").intValue()),
                    LocalDate.parse(delivery.get("date").stringValue())));
        }
        return incoming;
    }
}
