package io.braid.location;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables {@code location_window} and {@code window_booking}. */
final class WindowStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("location/window");

    private record Row(ShipmentNumber shipment, WindowBooking booking) {}

    WindowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LocationWindow, BigDecimal> usedIn(Collection<LocationWindow> windows) {
        Map<LocationWindow, BigDecimal> used = new HashMap<>();
        keyed("usedIn", List.copyOf(windows))
                .query((rs, row) -> used.put(window(rs), rs.getBigDecimal("used")))
                .list();
        return used;
    }

    /** The windows in which the amounts found room. */
    Set<LocationWindow> claim(SortedMap<LocationWindow, BigDecimal> amounts) {
        return new HashSet<>(
                amounted("claim", amounts).query((rs, row) -> window(rs)).list());
    }

    void giveBack(SortedMap<LocationWindow, BigDecimal> amounts) {
        amounted("giveBack", amounts).update();
    }

    void insert(Map<ShipmentNumber, List<WindowBooking>> bookings) {
        List<Row> rows = new ArrayList<>();
        bookings.forEach((shipment, taken) -> taken.forEach(one -> rows.add(new Row(shipment, one))));
        Columns<Row> columns = Columns.of(rows);
        keyed("insertBookings", rows.stream().map(r -> r.booking().window()).toList())
                .param("orders", columns.longs(r -> r.shipment().order().value()))
                .param("shipments", columns.ints(r -> r.shipment().sequence()))
                .param("lines", columns.ints(r -> r.booking().line()))
                .param("perUnit", columns.texts(r -> r.booking().perUnit().toPlainString()))
                .param("units", columns.ints(r -> r.booking().units()))
                .update();
    }

    void giveBackUnits(ShipmentNumber shipment, Map<Integer, Integer> units) {
        Columns<Map.Entry<Integer, Integer>> columns = Columns.of(List.copyOf(units.entrySet()));
        jdbc.sql(sql.get("giveBackUnits"))
                .param("order", shipment.order().value())
                .param("sequence", shipment.sequence())
                .param("lines", columns.ints(Map.Entry::getKey))
                .param("units", columns.ints(Map.Entry::getValue))
                .update();
    }

    private JdbcClient.StatementSpec amounted(String name, SortedMap<LocationWindow, BigDecimal> amounts) {
        return keyed(name, List.copyOf(amounts.keySet()))
                .param("amounts", Columns.of(List.copyOf(amounts.values())).texts(BigDecimal::toPlainString));
    }

    private JdbcClient.StatementSpec keyed(String name, List<LocationWindow> windows) {
        Columns<LocationWindow> columns = Columns.of(windows);
        return jdbc.sql(sql.get(name))
                .param("locations", columns.texts(LocationWindow::location))
                .param("measures", columns.texts(LocationWindow::measure))
                .param("pers", columns.texts(LocationWindow::per))
                .param("starts", columns.texts(LocationWindow::startsAt));
    }

    private static LocationWindow window(ResultSet rs) throws SQLException {
        return new LocationWindow(
                new LocationCode(rs.getString("location")),
                CapacityLimit.Measure.valueOf(rs.getString("measure")),
                CapacityLimit.Per.valueOf(rs.getString("per")),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant());
    }
}
