package io.braid.location;

import io.braid.kernel.LocationCode;
import io.braid.store.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code location_day}. */
final class CapacityStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("location/capacity");

    CapacityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LocationCode, Integer> assignedOn(Collection<LocationDay> days) {
        Map<LocationCode, Integer> assigned = new HashMap<>();
        jdbc.sql(sql.get("assignedOn"))
                .param("locations", locations(days))
                .param("days", days(days))
                .query((rs, row) -> assigned.put(new LocationCode(rs.getString("location")), rs.getInt("assigned")))
                .list();
        return assigned;
    }

    Set<LocationDay> claim(SortedMap<LocationDay, Integer> shipments) {
        return new HashSet<>(jdbc.sql(sql.get("claim"))
                .param("locations", locations(shipments.keySet()))
                .param("days", days(shipments.keySet()))
                .param(
                        "shipments",
                        shipments.values().stream().mapToInt(Integer::intValue).toArray())
                .query((rs, row) -> new LocationDay(
                        new LocationCode(rs.getString("location")), rs.getObject("day", LocalDate.class)))
                .list());
    }

    void giveBack(SortedMap<LocationDay, Integer> shipments) {
        jdbc.sql(sql.get("giveBack"))
                .param("locations", locations(shipments.keySet()))
                .param("days", days(shipments.keySet()))
                .param(
                        "shipments",
                        shipments.values().stream().mapToInt(Integer::intValue).toArray())
                .update();
    }

    private static String[] locations(Collection<LocationDay> days) {
        return days.stream().map(day -> day.location().text()).toArray(String[]::new);
    }

    private static String[] days(Collection<LocationDay> days) {
        return days.stream().map(day -> day.day().toString()).toArray(String[]::new);
    }
}
