package io.braid.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What the database alone allows: the very rows that the application wrote, written again under other numbers by a loop
 * that neither parses, routes, hashes nor answers. Same tables, same constraints, same role, same durability.
 */
final class Floor {
    /** Above every number that the application gave, and as long. */
    static final long FIRST = 800_000_001;

    private static final String DEADLOCK = "40P01";

    private final String url;
    private final Templates templates;
    private final AtomicLong next = new AtomicLong(FIRST);

    Floor(String ownerUrl, Templates templates) {
        this.url = ownerUrl + "&stringtype=unspecified";
        this.templates = templates;
    }

    /** Writes that many orders, so many per transaction, over so many connections. */
    void write(int orders, int perTransaction, int connections) throws IOException {
        long end = next.get() + orders;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> new Writer(perTransaction).run(end)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException("the floor failed", e);
        }
        next.set(end);
    }

    /** One connection and its prepared statements. */
    private final class Writer {
        private final int perTransaction;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        Writer(int perTransaction) {
            this.perTransaction = perTransaction;
        }

        Void run(long end) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                asApplication(connection);
                for (long first = next.getAndAdd(perTransaction); first < end; first = next.getAndAdd(perTransaction)) {
                    writeAgainAfterDeadlock(connection, first, Math.min(end, first + perTransaction));
                }
            }
            return null;
        }

        private void writeAgainAfterDeadlock(Connection connection, long first, long end) throws SQLException {
            while (true) {
                try {
                    write(connection, first, end);
                    connection.commit();
                    return;
                } catch (SQLException e) {
                    connection.rollback();
                    if (!DEADLOCK.equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }

        private void write(Connection connection, long first, long end) throws SQLException {
            for (Rows table : templates.tables()) {
                List<Object[]> rows = new ArrayList<>();
                for (long number = first; number < end; number++) {
                    rows.addAll(template(number).as(number, table));
                }
                if (perTransaction == 1) {
                    insertValues(connection, table, rows);
                } else {
                    insertArrays(connection, table, rows);
                }
            }
            TreeMap<List<String>, Integer> days = new TreeMap<>(template(first).days());
            TreeMap<List<String>, Integer> units = new TreeMap<>(template(first).units());
            for (long number = first + 1; number < end; number++) {
                template(number).days().forEach((day, n) -> days.merge(day, n, Integer::sum));
                template(number).units().forEach((position, n) -> units.merge(position, n, Integer::sum));
            }
            count(connection, days, """
                    insert into location_day as d (location, day, assigned)
                    select l, d::date, n from unnest(?::text[], ?::text[], ?::int[]) as c(l, d, n)
                        on conflict (location, day) do update set assigned = d.assigned + excluded.assigned""");
            count(connection, units, """
                    update position p set reserved = p.reserved + c.units, version = p.version + 1
                      from unnest(?::text[], ?::text[], ?::int[]) as c(sku, location, units)
                     where p.sku = c.sku and p.location = c.location
                       and p.on_hand - p.reserved - p.safety_stock >= c.units""");
        }

        private Templates.Template template(long number) {
            return templates.orders().get((int) (number % templates.orders().size()));
        }

        private void insertValues(Connection connection, Rows table, List<Object[]> rows) throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            PreparedStatement insert = prepared(connection, table.insertOf(rows.size()));
            int parameter = 1;
            for (Object[] row : rows) {
                for (Object value : row) {
                    insert.setObject(parameter++, value);
                }
            }
            insert.executeUpdate();
        }

        private void insertArrays(Connection connection, Rows table, List<Object[]> rows) throws SQLException {
            PreparedStatement insert = prepared(connection, table.insertOfArrays());
            for (int column = 0; column < table.columns().size(); column++) {
                int of = column;
                Stream<Object> values = rows.stream().map(row -> row[of]);
                String carrier = table.carrier(table.columns().get(column));
                Object[] array = switch (carrier) {
                    case "bigint" -> values.toArray(Long[]::new);
                    case "integer" -> values.toArray(Integer[]::new);
                    case "bytea" -> values.toArray(byte[][]::new);
                    default -> values.toArray(String[]::new);
                };
                insert.setArray(column + 1, connection.createArrayOf(carrier, array));
            }
            insert.executeUpdate();
        }

        private void count(Connection connection, Map<List<String>, Integer> sums, String sql) throws SQLException {
            if (sums.isEmpty()) {
                return;
            }
            PreparedStatement update = prepared(connection, sql);
            String[] firsts = sums.keySet().stream().map(List::getFirst).toArray(String[]::new);
            String[] lasts = sums.keySet().stream().map(List::getLast).toArray(String[]::new);
            update.setArray(1, connection.createArrayOf("text", firsts));
            update.setArray(2, connection.createArrayOf("text", lasts));
            update.setArray(3, connection.createArrayOf("int", sums.values().toArray(Integer[]::new)));
            update.executeUpdate();
        }

        private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
            PreparedStatement known = prepared.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                prepared.put(sql, known);
            }
            return known;
        }
    }

    /** The rights, the row security and the timeouts of the application. */
    private static void asApplication(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role braid_app");
            connection.setAutoCommit(false);
        }
    }

    /** Takes the floor's orders away again, so that what is left is the application's. */
    void tidy() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    update position p set reserved = p.reserved - c.units
                      from (select l.sku, s.location, sum(l.quantity) as units from shipment_line l
                              join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
                             where l.order_number >= %1$d group by 1, 2) c
                     where p.sku = c.sku and p.location = c.location""".formatted(FIRST));
            statement.execute("""
                    update location_day d set assigned = d.assigned - c.shipments
                      from (select location, capacity_day, count(*) as shipments from shipment
                             where order_number >= %1$d group by 1, 2) c
                     where d.location = c.location and d.day = c.capacity_day""".formatted(FIRST));
            for (Rows table : templates.tables().reversed()) {
                statement.execute("delete from " + table.table() + " where order_number >= " + FIRST);
            }
        }
    }
}
