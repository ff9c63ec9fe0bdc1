package io.braid.order;

import io.braid.journal.Deed;
import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.PostalCode;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.Sku;
import io.braid.store.Columns;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables {@code customer_order}, {@code order_line} and {@code order_key}. */
final class OrderStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("order/order");

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderNumber> numbers(int count) {
        return jdbc.sql(sql.get("numbers"))
                .param("count", count)
                .query((rs, row) -> new OrderNumber(rs.getLong(1)))
                .list();
    }

    Map<ExternalNumber, Known> claim(Map<ExternalNumber, OrderNumber> wanted) {
        // Sorted, so that two batches that want the same numbers wait for each other in one order only.
        List<Map.Entry<ExternalNumber, OrderNumber>> sorted = List.copyOf(new TreeMap<>(wanted).entrySet());
        List<ExternalNumber> taken = jdbc.sql(sql.get("claim"))
                .param("channels", Columns.of(sorted).texts(e -> e.getKey().channel()))
                .param("externals", Columns.of(sorted).texts(e -> e.getKey().number()))
                .param("numbers", Columns.of(sorted).longs(e -> e.getValue().value()))
                .query((rs, row) -> external(rs))
                .list();
        if (taken.size() == wanted.size()) {
            return Map.of();
        }
        List<ExternalNumber> others = new ArrayList<>(wanted.keySet());
        others.removeAll(taken);
        Map<ExternalNumber, Known> known = new HashMap<>();
        jdbc.sql(sql.get("known"))
                .param("channels", Columns.of(others).texts(ExternalNumber::channel))
                .param("externals", Columns.of(others).texts(ExternalNumber::number))
                .query((rs, row) -> known.put(
                        external(rs),
                        new Known(new OrderNumber(rs.getLong("order_number")), rs.getBytes("fingerprint"))))
                .list();
        return known;
    }

    private static ExternalNumber external(ResultSet rs) throws SQLException {
        return new ExternalNumber(rs.getString("channel"), rs.getString("external_number"));
    }

    void insert(List<Accepted> orders) {
        insertOrders(Columns.of(orders));
        List<Row> rows = new ArrayList<>();
        for (Accepted order : orders) {
            for (OrderLine line : order.lines()) {
                rows.add(new Row(order.number().value(), line));
            }
        }
        insertLines(Columns.of(rows));
    }

    private record Row(long order, OrderLine line) {}

    private void insertOrders(Columns<Accepted> orders) {
        jdbc.sql(sql.get("insertOrders"))
                .param("numbers", orders.longs(o -> o.number().value()))
                .param("channels", orders.texts(o -> o.placed().external().channel()))
                .param("externals", orders.texts(o -> o.placed().external().number()))
                .param("fingerprints", orders.bytes(Accepted::fingerprint))
                .param("currencies", orders.texts(o -> o.placed().currency().getCurrencyCode()))
                .param("states", orders.texts(o -> OrderState.of(o.lines())))
                .param("placed", orders.texts(o -> o.placed().placedAt()))
                .param("accepted", orders.texts(o -> o.deed().at()))
                .param("types", orders.texts(o -> o.placed().fulfillmentType()))
                .param("services", orders.texts(o -> o.placed().requestedService()))
                .param("attributes", orders.texts(o -> json(o.placed().attributes())))
                .param("customers", orders.texts(o -> o.placed().customer().name()))
                .param("emails", orders.texts(o -> o.placed().customer().email()))
                .param("phones", orders.texts(o -> o.placed().customer().phone()))
                .param("names", orders.texts(o -> o.placed().shipTo().name()))
                .param("line1s", orders.texts(o -> o.placed().shipTo().line1()))
                .param("line2s", orders.texts(o -> o.placed().shipTo().line2()))
                .param("cities", orders.texts(o -> o.placed().shipTo().city()))
                .param("regions", orders.texts(o -> o.placed().shipTo().region()))
                .param(
                        "postals",
                        orders.texts(o -> o.placed().shipTo().postalCode().code()))
                .param(
                        "countries",
                        orders.texts(o -> o.placed().shipTo().postalCode().country()))
                .param("shipPhones", orders.texts(o -> o.placed().shipTo().phone()))
                .param("latitudes", orders.texts(o -> point(o, GeoPoint::latitude)))
                .param("longitudes", orders.texts(o -> point(o, GeoPoint::longitude)))
                .param("gifts", orders.texts(o -> o.placed().giftMessage()))
                .update();
    }

    private static @Nullable Double point(Accepted order, Function<GeoPoint, Double> part) {
        GeoPoint point = order.placed().shipTo().point();
        return point == null ? null : part.apply(point);
    }

    /** Most orders and lines have no attributes; those need no writer. */
    private static String json(Map<String, Object> attributes) {
        return attributes.isEmpty() ? "{}" : Json.write(attributes);
    }

    private void insertLines(Columns<Row> rows) {
        jdbc.sql(sql.get("insertLines"))
                .param("numbers", rows.longs(Row::order))
                .param("lines", rows.ints(r -> r.line().line()))
                .param("skus", rows.texts(r -> r.line().sku()))
                .param("ordered", rows.ints(r -> r.line().ordered()))
                .param("open", rows.ints(r -> r.line().open()))
                .param("assigned", rows.ints(r -> r.line().assigned()))
                .param("shipped", rows.ints(r -> r.line().shipped()))
                .param("canceled", rows.ints(r -> r.line().canceled()))
                .param("awaiting", rows.texts(r -> r.line().awaiting()))
                .param("prices", rows.texts(r -> r.line().unitPrice().money().text()))
                .param(
                        "currencies",
                        rows.texts(r -> r.line().unitPrice().money().currency()))
                .param("attributes", rows.texts(r -> json(r.line().attributes())))
                .update();
    }

    Optional<Order> lock(OrderNumber number) {
        boolean there = jdbc.sql(sql.get("lock"))
                .param("number", number.value())
                .query(Long.class)
                .optional()
                .isPresent();
        return there ? findAll(List.of(number)).stream().findFirst() : Optional.empty();
    }

    List<Order> findAll(Collection<OrderNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        long[] keys = numbers.stream().mapToLong(OrderNumber::value).toArray();
        Map<Long, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql(sql.get("lines"))
                .param("numbers", keys)
                .query((rs, row) -> lines.computeIfAbsent(rs.getLong("order_number"), n -> new ArrayList<>())
                        .add(line(rs)))
                .list();
        return jdbc.sql(sql.get("orders"))
                .param("numbers", keys)
                .query((rs, row) -> order(rs, lines.getOrDefault(rs.getLong("order_number"), List.of())))
                .list();
    }

    List<Order> list(OrderQuery query) {
        List<Long> numbers = jdbc.sql(sql.get(statementFor(query)))
                .param("state", query.state() == null ? null : query.state().name())
                .param("channel", query.channel())
                .param("external", query.externalNumber())
                .param("sku", query.sku() == null ? null : query.sku().text())
                .param("before", query.before())
                .param("limit", query.limit())
                .query(Long.class)
                .list();
        List<Order> found = findAll(numbers.stream().map(OrderNumber::new).toList());
        return found.reversed();
    }

    /** One statement per way in, so that each has the plan of its own index. */
    private static String statementFor(OrderQuery query) {
        if (query.state() != null && query.externalNumber() == null) {
            return "listByState";
        }
        boolean byExternalAlone = query.externalNumber() != null
                && query.channel() != null
                && query.state() == null
                && query.sku() == null;
        return byExternalAlone ? "listByExternal" : "listAll";
    }

    void update(Deed deed, List<Order> after) {
        List<Row> rows = new ArrayList<>();
        after.forEach(order ->
                order.lines().forEach(line -> rows.add(new Row(order.number().value(), line))));
        Columns<Row> lines = Columns.of(rows);
        jdbc.sql(sql.get("updateLines"))
                .param("numbers", lines.longs(Row::order))
                .param("lines", lines.ints(r -> r.line().line()))
                .param("open", lines.ints(r -> r.line().open()))
                .param("assigned", lines.ints(r -> r.line().assigned()))
                .param("shipped", lines.ints(r -> r.line().shipped()))
                .param("canceled", lines.ints(r -> r.line().canceled()))
                .param("awaiting", lines.texts(r -> r.line().awaiting()))
                .update();
        Columns<Order> orders = Columns.of(after);
        int updated = jdbc.sql(sql.get("updateOrders"))
                .param("numbers", orders.longs(o -> o.number().value()))
                .param("states", orders.texts(Order::state))
                .param("versions", orders.ints(Order::version))
                .param("at", deed.at().toString())
                .update();
        if (updated != after.size()) {
            throw new IllegalStateException("only " + updated + " of " + after.size() + " orders were at the version "
                    + "they were read at. Maybe one was read without its lock.");
        }
    }

    List<Order> lockAll(Collection<OrderNumber> numbers) {
        List<OrderNumber> locked = jdbc.sql(sql.get("lockAll"))
                .param("numbers", numbers.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) -> new OrderNumber(rs.getLong(1)))
                .list();
        return findAll(locked);
    }

    private static Order order(ResultSet rs, List<OrderLine> lines) throws SQLException {
        String currency = rs.getString("currency");
        NewOrder placed = new NewOrder(
                external(rs),
                Money.parseCurrency(currency),
                instant(rs, "placed_at"),
                rs.getString("fulfillment_type"),
                rs.getString("requested_service"),
                Json.readMap(rs.getString("attributes")),
                new NewOrder.Customer(
                        rs.getString("customer_name"), rs.getString("customer_email"), rs.getString("customer_phone")),
                shipTo(rs),
                rs.getString("gift_message"),
                lines.stream()
                        .map(l -> new NewOrder.Line(l.line(), l.sku(), l.ordered(), l.unitPrice(), l.attributes()))
                        .toList());
        return new Order(
                new OrderNumber(rs.getLong("order_number")),
                placed,
                OrderState.valueOf(rs.getString("state")),
                rs.getInt("version"),
                instant(rs, "accepted_at"),
                lines);
    }

    private static NewOrder.ShipTo shipTo(ResultSet rs) throws SQLException {
        double latitude = rs.getDouble("latitude");
        GeoPoint point = rs.wasNull() ? null : new GeoPoint(latitude, rs.getDouble("longitude"));
        return new NewOrder.ShipTo(
                rs.getString("ship_to_name"),
                rs.getString("line1"),
                rs.getString("line2"),
                rs.getString("city"),
                rs.getString("region"),
                new PostalCode(new CountryCode(rs.getString("country")), rs.getString("postal_code")),
                rs.getString("ship_to_phone"),
                point);
    }

    private static OrderLine line(ResultSet rs) throws SQLException {
        String awaiting = rs.getString("awaiting");
        return new OrderLine(
                rs.getInt("line"),
                new Sku(rs.getString("sku")),
                rs.getInt("ordered"),
                rs.getInt("open"),
                rs.getInt("assigned"),
                rs.getInt("shipped"),
                rs.getInt("canceled"),
                awaiting == null ? null : Awaiting.valueOf(awaiting),
                new SellingPrice(
                        new Money(rs.getBigDecimal("unit_price"), Money.parseCurrency(rs.getString("currency")))),
                Json.readMap(rs.getString("attributes")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
