package io.braid.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything the application wrote for some orders, order by order, to be written once more under other numbers. */
record Templates(List<Rows> tables, List<Template> orders) {
    /** In an order that every foreign key agrees with. What imports do not write (idempotency) is not among them. */
    private static final List<String> TABLES = List.of(
            "customer_order", "order_key", "order_line", "shipment", "shipment_line", "decision", "journal", "outbox");

    private static final int SUBJECT_DIGITS = Long.toString(Floor.FIRST).length();

    /** An order's rows by table, units by position and shipments by location and day with a capacity. */
    record Template(
            long number,
            Map<Rows, List<Object[]>> rows,
            TreeMap<List<String>, Integer> units,
            TreeMap<List<String>, Integer> days) {
        /** The rows of a table as those of another order. */
        List<Object[]> as(long other, Rows table) {
            int number = table.indexOf("order_number");
            int external = table.indexOf("external_number");
            int subject = table.indexOf("subject");
            List<Object[]> moved = new ArrayList<>();
            for (Object[] row : rows.getOrDefault(table, List.of())) {
                Object[] copy = row.clone();
                copy[number] = other;
                if (external >= 0) {
                    copy[external] = "F" + other;
                }
                if (subject >= 0) {
                    copy[subject] = other + copy[subject].toString().substring(SUBJECT_DIGITS);
                }
                moved.add(copy);
            }
            return moved;
        }
    }

    static Templates ofLast(Connection connection, int count) throws SQLException {
        Map<Long, Template> orders = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select order_number from customer_order order by order_number desc limit ?")) {
            query.setInt(1, count);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                long number = found.getLong(1);
                orders.put(number, new Template(number, new HashMap<>(), newSums(), newSums()));
            }
        }
        List<Rows> tables = new ArrayList<>();
        for (String name : TABLES) {
            Rows table = Rows.of(connection, name);
            tables.add(table);
            int number = table.indexOf("order_number");
            for (Object[] row : table.read(connection, List.copyOf(orders.keySet()))) {
                of(orders, (Long) row[number])
                        .rows()
                        .computeIfAbsent(table, t -> new ArrayList<>())
                        .add(row);
            }
        }
        sums(connection, orders);
        return new Templates(tables, List.copyOf(orders.values()));
    }

    private static TreeMap<List<String>, Integer> newSums() {
        return new TreeMap<>((a, b) -> {
            int first = a.getFirst().compareTo(b.getFirst());
            return first != 0 ? first : a.getLast().compareTo(b.getLast());
        });
    }

    private static void sums(Connection connection, Map<Long, Template> orders) throws SQLException {
        try (PreparedStatement units = connection.prepareStatement("""
                        select order_number, l.sku, s.location, l.quantity
                          from shipment_line l join shipment s using (order_number)
                         where s.sequence = l.shipment and order_number = any(?)""");
                PreparedStatement days = connection.prepareStatement("""
                        select order_number, s.location, s.capacity_day::text, 1
                          from shipment s join location l on l.code = s.location
                         where l.daily_capacity is not null and order_number = any(?)""")) {
            add(units, orders, Kind.UNITS);
            add(days, orders, Kind.DAYS);
        }
    }

    private enum Kind {
        UNITS,
        DAYS
    }

    private static void add(PreparedStatement query, Map<Long, Template> orders, Kind kind) throws SQLException {
        query.setArray(
                1, query.getConnection().createArrayOf("bigint", orders.keySet().toArray()));
        ResultSet found = query.executeQuery();
        while (found.next()) {
            Template order = of(orders, found.getLong(1));
            (kind == Kind.UNITS ? order.units() : order.days())
                    .merge(List.of(found.getString(2), found.getString(3)), found.getInt(4), Integer::sum);
        }
    }

    private static Template of(Map<Long, Template> orders, long number) {
        Template order = orders.get(number);
        if (order == null) {
            throw new IllegalStateException("no order " + number);
        }
        return order;
    }

    /** Rows an order has on average, by table: inserted ones, and positions and days that are counted up. */
    Map<String, Double> rowsPerOrder() {
        Map<String, Double> average = new LinkedHashMap<>();
        for (Rows table : tables) {
            average.put(
                    table.table(),
                    orders.stream()
                            .mapToInt(
                                    o -> o.rows().getOrDefault(table, List.of()).size())
                            .average()
                            .orElse(0));
        }
        average.put(
                "position (updated)",
                orders.stream().mapToInt(o -> o.units().size()).average().orElse(0));
        average.put(
                "location_day (updated)",
                orders.stream().mapToInt(o -> o.days().size()).average().orElse(0));
        return average;
    }

    /** Bytes of the decision of an order, on average. */
    double decisionBytes() {
        Rows decision = tables.get(TABLES.indexOf("decision"));
        int body = decision.indexOf("body");
        return orders.stream()
                .flatMap(o -> o.rows().getOrDefault(decision, List.of()).stream())
                .mapToInt(row -> row[body] instanceof byte[] bytes ? bytes.length : 0)
                .average()
                .orElse(0);
    }
}
