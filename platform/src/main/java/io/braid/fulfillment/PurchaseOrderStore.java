package io.braid.fulfillment;

import io.braid.kernel.OrderNumber;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a vendor may know of its orders, on that vendor's connection: other columns are not granted. */
final class PurchaseOrderStore {
    private static final Sql SQL = Sql.of("fulfillment/purchase_order");

    private final JdbcClient jdbc;

    PurchaseOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<OrderNumber, OrderForVendor> orders(List<OrderNumber> numbers) {
        return jdbc
                .sql(SQL.get("orders"))
                .param("orders", numbers.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) -> order(rs))
                .list()
                .stream()
                .collect(Collectors.toMap(OrderForVendor::number, Function.identity()));
    }

    private static OrderForVendor order(ResultSet rs) throws SQLException {
        return new OrderForVendor(
                new OrderNumber(rs.getLong("order_number")),
                rs.getString("channel"),
                rs.getString("external_number"),
                ShipmentRow.instant(rs, "placed_at"),
                rs.getString("requested_service"),
                rs.getString("gift_message"),
                new ShipTo(
                        rs.getString("ship_to_name"),
                        rs.getString("line1"),
                        rs.getString("line2"),
                        rs.getString("city"),
                        rs.getString("region"),
                        rs.getString("postal_code"),
                        rs.getString("country"),
                        rs.getString("ship_to_phone")));
    }
}
