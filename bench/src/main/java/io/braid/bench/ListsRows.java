package io.braid.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Shipments by the million, inserted set-based as the database's owner: orders of one line at vendors' locations over
 * the last 90 days. The newest tenth, six hundred at least, is open, a fifth of it at risk and a twentieth overdue; of
 * the others one in five shipped late. References are not checked row by row, they hold by construction.
 */
final class ListsRows implements AutoCloseable {
    static final int VENDORS = 200;

    /** So few have pages as full as those of the many. */
    static final int VENDORS_OF_FEW = 4;

    private static final int FIRST = 500_000_000;
    private static final int CHUNK = 100_000;

    private final Connection connection;

    ListsRows(String ownerUrl) throws SQLException {
        connection = DriverManager.getConnection(ownerUrl);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        run("insert into product (sku, upc, name, created_at, updated_at) "
                + "values ('LISTS', '00000000000017', 'Lists', now(), now())");
        run("insert into vendor (code, name, email, status, created_at, updated_at) select 'lists-' || v, 'Lists '"
                + " || v, 'lists-' || v || '@example.com', 'ACTIVE', now(), now() from"
                + " generate_series(1, " + VENDORS
                + ") v");
        run("""
            insert into location (code, name, kind, vendor, address_name, line1, city, region, postal_code, country,
                latitude, longitude, time_zone, fulfillment_types, created_at, updated_at)
            select 'LISTS-' || v, 'Lists ' || v, 'VENDOR', 'lists-' || v, 'Lists', '1 Main St', 'Memphis', 'TN',
                   '38103', 'US', 35, -90, 'America/Chicago', '{SHIP}', now(), now()
              from generate_series(1, 200) v\
            """);
        run("""
            insert into vendor_item (vendor, sku, vendor_sku, created_at, updated_at)
            select 'lists-' || v, 'LISTS', 'V', now(), now() from generate_series(1, 200) v\
            """);
        run("""
            insert into contracted_price (id, vendor, sku, unit_cost, currency, valid_from, created_at, created_by)
            select md5('lists-' || v)::uuid, 'lists-' || v, 'LISTS', 7.25, 'USD', '2020-01-01', now(), 'bench'
              from generate_series(1, 200) v\
            """);
    }

    /** Makes them so many, beginning anew. */
    void fill(int rows, int vendors) throws SQLException {
        run("truncate customer_order, order_line, shipment, shipment_line, scorecard cascade");
        run("delete from journal where order_number > " + FIRST);
        run("delete from outbox where order_number > " + FIRST);
        run("drop table if exists lists_rows");
        for (int first = 1; first <= rows; first += CHUNK) {
            chunk(first, Math.min(first + CHUNK - 1, rows), rows, vendors);
        }
        run("vacuum analyze");
    }

    private void chunk(int first, int last, int rows, int vendors) throws SQLException {
        run("create temporary table lists_rows as "
                + """
                select %d + g as n, 'lists-' || v as vendor, 'LISTS-' || v as location, opened,
                       case when not open then case when r < 0.94 then 'SHIPPED' when r < 0.98 then 'CANCELED'
                                                    else 'REASSIGNED' end
                            when r < 0.4 then 'READY' when r < 0.8 then 'ACKNOWLEDGED' else 'PARTIALLY_SHIPPED' end as state,
                       case when open then now() + (late - 0.05) * interval '48 hours' else opened + interval '24 hours' end
                           as acknowledge_by,
                       case when open then now() + (late - 0.05) * interval '48 hours' else opened + interval '48 hours' end
                           as ship_by,
                       opened + late * interval '25 hours' as acknowledged, opened + late * interval '60 hours' as shipped
                  from (select g, 1 + g %% %d as v, g > %d - greatest(%d / 10, 600) as open, random() as r, random() as late,
                               now() - (%d - g) * interval '90 days' / %d as opened
                          from generate_series(%d, %d) g) x\
                """.formatted(FIRST, vendors, rows, rows, rows, rows, first, last));
        orders();
        shipments();
        run("drop table lists_rows");
    }

    private void orders() throws SQLException {
        run("""
            insert into customer_order (order_number, channel, external_number, fingerprint, currency, state, placed_at,
                accepted_at, updated_at, fulfillment_type, ship_to_name, line1, city, region, postal_code, country)
            select n, 'LISTS', n::text, '', 'USD', 'ROUTED', opened, opened, opened, 'SHIP', 'A Shopper', '1 Main St',
                   'Memphis', 'TN', '38103', 'US' from lists_rows\
            """);
        run("""
            insert into order_line (order_number, line, sku, ordered, open, assigned, shipped, canceled, unit_price,
                currency) select n, 1, 'LISTS', 2, 0, 2, 0, 0, 14, 'USD' from lists_rows\
            """);
    }

    private void shipments() throws SQLException {
        run("""
            insert into shipment (order_number, sequence, location, vendor, state, version, fulfillment_type, opened_at,
                capacity_day, acknowledge_by, ship_by, acknowledge_risk_from, ship_risk_from, acknowledged_at,
                shipped_at, updated_at, sla_mark)
            select n, 1, location, vendor, state, 1, 'SHIP', opened, opened::date, acknowledge_by, ship_by,
                   acknowledge_by - interval '9.6 hours', ship_by - interval '9.6 hours',
                   case when state <> 'READY' then acknowledged end,
                   case when state in ('PARTIALLY_SHIPPED', 'SHIPPED') then shipped end, opened + interval '60 hours',
                   case when state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED')
                        then case when ship_by < now() then 2 when ship_by - interval '9.6 hours' < now() then 1
                                  else 0 end
                        when state = 'SHIPPED' then case when shipped > ship_by then 2 else 0 end
                        else case when acknowledged > acknowledge_by then 2 else 0 end end
              from lists_rows\
            """);
        run("""
            insert into shipment_line (order_number, shipment, line, vendor, order_line, sku, vendor_sku, quantity,
                accepted, shipped, contracted_price, unit_cost, currency)
            select n, 1, 1, vendor, 1, 'LISTS', 'V', 2, case when state <> 'READY' then 2 end,
                   case state when 'SHIPPED' then 2 when 'PARTIALLY_SHIPPED' then 1 else 0 end,
                   md5(vendor)::uuid, 7.25, 'USD' from lists_rows\
            """);
    }

    /** Lets so many open steps become at risk at this moment; answers how many there were to take. */
    int cross(int steps) throws SQLException {
        return run("""
            update shipment set acknowledge_risk_from = now() - interval '1 second',
                                ship_risk_from = now() - interval '1 second'
             where (order_number, sequence) in (select order_number, sequence from shipment
                       where sla_mark = 0 and risk_from > now() limit %d)\
            """.formatted(steps));
    }

    int untold() throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from shipment where sla_mark = 0 and risk_from <= now()")) {
            found.next();
            return found.getInt(1);
        }
    }

    /** How long one statement takes, in nanoseconds; what it did is taken back. */
    long[] time(String sql, int times) throws SQLException {
        long[] nanos = new long[times];
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < times; i++) {
                long started = System.nanoTime();
                statement.execute();
                nanos[i] = System.nanoTime() - started;
                connection.rollback();
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return nanos;
    }

    private int run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
