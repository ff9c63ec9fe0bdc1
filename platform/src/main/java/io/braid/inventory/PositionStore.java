package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.store.Json;
import io.braid.store.Sql;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
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

/** Reads positions to be shown, without locks: the operator's way, or a vendor's, who sees its own alone. */
final class PositionStore {
    private final JdbcClient jdbc;
    private final VendorReads vendorReads;
    private final Sql sql = Sql.of("inventory/position");

    PositionStore(JdbcClient jdbc, VendorReads vendorReads) {
        this.jdbc = jdbc;
        this.vendorReads = vendorReads;
    }

    boolean knowsLocation(LocationCode location) {
        return knowsLocation(jdbc, location);
    }

    boolean knowsLocation(VendorScope scope, LocationCode location) {
        return vendorReads.as(scope, vendor -> knowsLocation(vendor, location));
    }

    List<Position> list(PositionFilter filter, @Nullable StockKey after, int limit) {
        return list(jdbc, filter, after, limit);
    }

    List<Position> list(VendorScope scope, PositionFilter filter, @Nullable StockKey after, int limit) {
        return vendorReads.as(scope, vendor -> list(vendor, filter, after, limit));
    }

    private boolean knowsLocation(JdbcClient reader, LocationCode location) {
        return reader.sql(sql.get("knowsLocation"))
                .param("location", location.text())
                .query(Boolean.class)
                .single();
    }

    List<Position> find(Collection<StockKey> keys) {
        PositionArrays arrays = PositionArrays.of(keys);
        return jdbc.sql(sql.get("read") + "\n" + sql.get("byKeys"))
                .param("skus", arrays.skus())
                .param("locations", arrays.locations())
                .query((rs, row) -> position(rs))
                .list();
    }

    /** In the order of keys. Each filter has a statement of its own, so that each walks its own index. */
    private List<Position> list(JdbcClient reader, PositionFilter filter, @Nullable StockKey after, int limit) {
        return reader.sql(sql.get("read") + "\n" + sql.get(page(filter)))
                .param("locations", texts(filter.locations()))
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

    private static String page(PositionFilter filter) {
        if (filter.sku() != null) {
            return "pageOfSku";
        }
        if (filter.location() != null) {
            return "pageOfLocation";
        }
        return filter.locations() == null ? "page" : "pageOfLocations";
    }

    private static String @Nullable [] texts(@Nullable List<LocationCode> codes) {
        return codes == null ? null : codes.stream().map(LocationCode::text).toArray(String[]::new);
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
