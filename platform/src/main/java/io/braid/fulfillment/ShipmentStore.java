package io.braid.fulfillment;

import io.braid.fulfillment.PlannedCarriage.Freight;
import io.braid.fulfillment.Terms.StepTerm;
import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationDay;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads and writes the tables {@code shipment} and {@code shipment_line}; for a vendor, on that vendor's connection.
 */
final class ShipmentStore {
    private static final Sql SQL = Sql.of("fulfillment/shipment");

    private final JdbcClient jdbc;

    ShipmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Shipment shipment, NewShipment opened, ShipmentLine line, NewShipmentLine asked) {}

    void insert(List<NewShipment> opened, List<Shipment> shipments) {
        insertShipments(opened, Columns.of(shipments));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shipments.size(); i++) {
            Shipment shipment = shipments.get(i);
            for (ShipmentLine line : shipment.lines()) {
                NewShipmentLine asked = opened.get(i).lines().get(line.line() - 1);
                rows.add(new Row(shipment, opened.get(i), line, asked));
            }
        }
        insertLines(Columns.of(rows));
    }

    private void insertShipments(List<NewShipment> opened, Columns<Shipment> shipments) {
        jdbc.sql(SQL.get("insertShipments"))
                .param("orders", shipments.longs(s -> s.number().order().value()))
                .param("sequences", shipments.ints(s -> s.number().sequence()))
                .param("locations", shipments.texts(Shipment::location))
                .param("vendors", shipments.texts(s -> orOwned(s.vendor())))
                .param("states", shipments.texts(Shipment::state))
                .param("versions", shipments.ints(Shipment::version))
                .param("types", shipments.texts(Shipment::fulfillmentType))
                .param("opened", shipments.texts(s -> s.times().openedAt()))
                .param("days", Columns.of(opened).texts(NewShipment::capacityDay))
                .param("acknowledgeBys", shipments.texts(s -> s.times().acknowledgeBy()))
                .param("shipBys", shipments.texts(s -> s.times().shipBy()))
                .param("acknowledgeRisks", shipments.texts(s -> acknowledge(s).riskFrom()))
                .param("shipRisks", shipments.texts(s -> ship(s).riskFrom()))
                .param(
                        "acknowledgeBreaches",
                        shipments.texts(s -> acknowledge(s).onBreach()))
                .param("shipBreaches", shipments.texts(s -> ship(s).onBreach()))
                .param("policies", shipments.texts(s -> s.times().terms().policy()))
                .param("policyVersions", shipments.ints(s -> s.times().terms().version()))
                .param("acknowledged", shipments.texts(s -> s.times().acknowledgedAt()))
                .param("carriers", shipments.texts(s -> carried(s, PlannedCarriage::carrier)))
                .param("services", shipments.texts(s -> carried(s, PlannedCarriage::service)))
                .param(
                        "freightCosts",
                        shipments.texts(s -> freight(s, f -> f.cost().text())))
                .param(
                        "freightCurrencies",
                        shipments.texts(s -> freight(s, f -> f.cost().currency())))
                .param("promiseDates", shipments.texts(s -> freight(s, Freight::promiseDate)))
                .update();
    }

    private static @Nullable Object carried(Shipment shipment, Function<PlannedCarriage, Object> part) {
        return shipment.carriage() == null ? null : part.apply(shipment.carriage());
    }

    private static @Nullable Object freight(Shipment shipment, Function<Freight, Object> part) {
        PlannedCarriage carriage = shipment.carriage();
        return carriage == null || carriage.freight() == null ? null : part.apply(carriage.freight());
    }

    private static StepTerm acknowledge(Shipment shipment) {
        return shipment.times().terms().acknowledge();
    }

    private static StepTerm ship(Shipment shipment) {
        return shipment.times().terms().ship();
    }

    private void insertLines(Columns<Row> rows) {
        jdbc.sql(SQL.get("insertLines"))
                .param("orders", rows.longs(r -> r.shipment().number().order().value()))
                .param("shipments", rows.ints(r -> r.shipment().number().sequence()))
                .param("lines", rows.ints(r -> r.line().line()))
                .param("vendors", rows.texts(r -> orOwned(r.shipment().vendor())))
                .param("orderLines", rows.ints(r -> r.line().orderLine()))
                .param("skus", rows.texts(r -> r.line().sku()))
                .param("vendorSkus", rows.texts(r -> r.line().vendorSku()))
                .param("quantities", rows.ints(r -> r.line().quantity()))
                .param("accepted", rows.texts(r -> r.line().accepted()))
                .param("prices", rows.texts(r -> price(r.asked())))
                .param("costs", rows.texts(r -> amount(r.line().unitCost())))
                .param("currencies", rows.texts(r -> currency(r.line().unitCost())))
                .update();
    }

    private static String orOwned(@Nullable VendorCode vendor) {
        return vendor == null ? "" : vendor.text();
    }

    private static @Nullable Object price(NewShipmentLine line) {
        return line.cost() == null ? null : line.cost().price();
    }

    private static @Nullable Object amount(@Nullable UnitCost cost) {
        return cost == null ? null : cost.money().text();
    }

    private static @Nullable Object currency(@Nullable UnitCost cost) {
        return cost == null ? null : cost.money().currency().getCurrencyCode();
    }

    List<Shipment> ofOrders(Collection<OrderNumber> orders) {
        return read(jdbc.sql(SQL.get("ofOrders"))
                .param("orders", orders.stream().mapToLong(OrderNumber::value).toArray()));
    }

    Optional<Shipment> find(ShipmentNumber number) {
        return read(numbered("find", number)).stream().findFirst();
    }

    /** By number. */
    List<Shipment> findAll(List<ShipmentNumber> numbers) {
        Columns<ShipmentNumber> keys = Columns.of(numbers);
        return numbers.isEmpty()
                ? List.of()
                : read(jdbc.sql(SQL.get("findAll"))
                        .param("orders", keys.longs(n -> n.order().value()))
                        .param("sequences", keys.ints(ShipmentNumber::sequence)));
    }

    List<Shipment> list(ShipmentQuery query) {
        return read(new ShipmentListStore(jdbc, query).page());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private List<Shipment> read(JdbcClient.StatementSpec statement) {
        List<Shipment> bare =
                statement.query((rs, row) -> ShipmentRow.shipment(rs)).list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<ShipmentNumber, List<ShipmentLine>> lines = new HashMap<>();
        Columns<Shipment> keys = Columns.of(bare);
        jdbc.sql(SQL.get("lines"))
                .param("orders", keys.longs(s -> s.number().order().value()))
                .param("sequences", keys.ints(s -> s.number().sequence()))
                .query((rs, row) -> lines.computeIfAbsent(ShipmentRow.number(rs, "shipment"), n -> new ArrayList<>())
                        .add(ShipmentRow.line(rs)))
                .list();
        return bare.stream()
                .map(s -> s.withLines(lines.getOrDefault(s.number(), List.of())))
                .toList();
    }

    void updateLines(ShipmentNumber number, List<ShipmentLine> after) {
        Columns<ShipmentLine> lines = Columns.of(after);
        numbered("updateLines", number)
                .param("lines", lines.ints(ShipmentLine::line))
                .param("accepted", lines.texts(ShipmentLine::accepted))
                .param("shipped", lines.ints(ShipmentLine::shipped))
                .param("canceled", lines.ints(ShipmentLine::canceled))
                .update();
    }

    /** Writes the state that a command led to; the version before it is the guard. */
    void updateShipment(Shipment before, Shipment after) {
        Expectation expected = after.expected();
        int updated = numbered("updateShipment", after.number())
                .param("state", after.state().name())
                .param("version", after.version())
                .param("before", before.version())
                .param("acknowledgedAt", text(after.times().acknowledgedAt()))
                .param("shippedAt", text(after.times().shippedAt()))
                .param(
                        "expectedDate",
                        expected == null ? null : expected.shipDate().toString())
                .param(
                        "expectedReason",
                        expected == null ? null : expected.reason().name())
                .param("expectedNote", expected == null ? null : expected.note())
                .param("expectedAt", expected == null ? null : expected.toldAt().toString())
                .param("at", after.times().updatedAt().toString())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("shipment " + after.number() + " was not at version " + before.version()
                    + ". Maybe it was read without its order's lock.");
        }
    }

    /** The day of the location that the shipment was counted on. */
    LocationDay capacityDay(Shipment shipment) {
        return numbered("capacityDay", shipment.number())
                .query((rs, row) -> new LocationDay(shipment.location(), rs.getObject(1, LocalDate.class)))
                .single();
    }

    Map<Integer, Set<LocationCode>> failedLocations(OrderNumber order) {
        Map<Integer, Set<LocationCode>> failed = new HashMap<>();
        jdbc.sql(SQL.get("failedLocations"))
                .param("order", order.value())
                .query((rs, row) -> failed.computeIfAbsent(rs.getInt("order_line"), line -> new HashSet<>())
                        .add(new LocationCode(rs.getString("location"))))
                .list();
        return failed;
    }

    Map<Integer, Integer> reassignments(OrderNumber order) {
        Map<Integer, Integer> times = new HashMap<>();
        jdbc.sql(SQL.get("reassignments"))
                .param("order", order.value())
                .query((rs, row) -> times.put(rs.getInt("order_line"), rs.getInt("times")))
                .list();
        return times;
    }

    List<FailedLine> failedLines(Collection<OrderNumber> orders) {
        return jdbc.sql(SQL.get("failedLines"))
                .param("orders", orders.stream().mapToLong(OrderNumber::value).toArray())
                .query((rs, row) -> new FailedLine(
                        new OrderNumber(rs.getLong("order_number")),
                        rs.getInt("order_line"),
                        new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location"))),
                        ShipmentRow.instant(rs, "at"),
                        rs.getBoolean("wanted_stock"),
                        new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                        CancelReason.valueOf(rs.getString("reason"))))
                .list();
    }

    private JdbcClient.StatementSpec numbered(String statement, ShipmentNumber number) {
        return jdbc.sql(SQL.get(statement))
                .param("order", number.order().value())
                .param("sequence", number.sequence());
    }
}
