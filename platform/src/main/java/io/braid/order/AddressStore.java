package io.braid.order;

import io.braid.journal.Deed;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.OrderNumber;
import io.braid.store.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes where an order goes, in the table {@code customer_order}. */
final class AddressStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("order/order");

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void readdress(Deed deed, OrderNumber number, NewOrder.ShipTo to) {
        GeoPoint point = to.point();
        jdbc.sql(sql.get("readdress"))
                .param("order", number.value())
                .param("name", to.name())
                .param("line1", to.line1())
                .param("line2", to.line2())
                .param("city", to.city())
                .param("region", to.region())
                .param("postalCode", to.postalCode().code())
                .param("country", to.postalCode().country().text())
                .param("phone", to.phone())
                .param("latitude", point == null ? null : point.latitude())
                .param("longitude", point == null ? null : point.longitude())
                .param("at", deed.at().toString())
                .update();
    }
}
