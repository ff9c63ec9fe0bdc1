package io.braid.invoice;

import io.braid.fulfillment.Performance;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.invoice.ReceivedInvoice.Content;
import io.braid.invoice.ReceivedInvoice.Difference;
import io.braid.invoice.ReceivedInvoice.Line;
import io.braid.invoice.ReceivedInvoice.State;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.sla.Scorecards;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables of received invoices; for a vendor, on that vendor's connection. */
final class ReceivedStore {
    private static final Sql SQL = Sql.of("invoice/received");

    private final JdbcClient jdbc;

    ReceivedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds back other invoices of the vendor until the transaction ends. */
    void oneAtATime(VendorCode vendor) {
        jdbc.sql(SQL.get("oneAtATime")).param("vendor", vendor.text()).update();
    }

    void insert(ReceivedInvoice invoice) {
        Content content = invoice.content();
        jdbc.sql(SQL.get("insert"))
                .param("id", invoice.id())
                .param("vendor", content.vendor().text())
                .param("theirNumber", content.theirNumber())
                .param("order", content.shipment().order().value())
                .param("shipment", content.shipment().sequence())
                .param("currency", content.total().currency().getCurrencyCode())
                .param("total", content.total().amount())
                .param("date", content.date().toString())
                .param("state", invoice.state().name())
                .param("at", invoice.receivedAt().toString())
                .update();
        Columns<Line> lines = Columns.of(content.lines());
        jdbc.sql(SQL.get("insertLines"))
                .param("id", invoice.id())
                .param("vendor", content.vendor().text())
                .param("lines", lines.ints(Line::line))
                .param("shipmentLines", lines.ints(Line::shipmentLine))
                .param("quantities", lines.ints(Line::quantity))
                .param("costs", lines.texts(l -> l.unitCost().money().text()))
                .update();
        Columns<Difference> differences = Columns.of(content.differences());
        jdbc.sql(SQL.get("insertDifferences"))
                .param("id", invoice.id())
                .param("vendor", content.vendor().text())
                .param("kinds", differences.texts(Difference::kind))
                .param("lines", differences.texts(Difference::shipmentLine))
                .param("expected", differences.texts(Difference::expected))
                .param("found", differences.texts(Difference::found))
                .update();
    }

    /** Units by shipment line in the vendor's invoices that matched or were approved. */
    Map<Integer, Integer> settled(ShipmentNumber shipment) {
        Map<Integer, Integer> units = new HashMap<>();
        jdbc.sql(SQL.get("settled"))
                .param("order", shipment.order().value())
                .param("shipment", shipment.sequence())
                .query((rs, row) -> units.put(rs.getInt("shipment_line"), rs.getInt("units")))
                .list();
        return units;
    }

    Optional<ReceivedInvoice> findByNumber(VendorCode vendor, String theirNumber) {
        return read(jdbc.sql(SQL.get("findByNumber"))
                        .param("vendor", vendor.text())
                        .param("theirNumber", theirNumber))
                .stream()
                .findFirst();
    }

    Optional<ReceivedInvoice> find(UUID id) {
        return read(jdbc.sql(SQL.get("find")).param("id", id)).stream().findFirst();
    }

    Optional<ReceivedInvoice> lock(UUID id) {
        return read(jdbc.sql(SQL.get("lock")).param("id", id)).stream().findFirst();
    }

    List<ReceivedInvoice> list(ReceivedQuery query) {
        return read(jdbc.sql(SQL.get("list"))
                .param("vendor", query.vendor() == null ? null : query.vendor().text())
                .param("state", query.state() == null ? null : query.state().name())
                .param("after", query.after() == null ? null : query.after().toString())
                .param("limit", query.limit()));
    }

    Map<VendorCode, Tally> tallies(@Nullable VendorCode only, Performance.Period period) {
        Map<VendorCode, Tally> tallies = new HashMap<>();
        jdbc.sql(SQL.get("tallies"))
                .param("vendor", only == null ? null : only.text())
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .query((rs, row) -> tallies.put(
                        new VendorCode(rs.getString("vendor")),
                        new Tally(rs.getLong("matched"), rs.getLong("counted"))))
                .list();
        return tallies;
    }

    /** Shipments whose invoices agreed, or were rejected. */
    List<ShipmentNumber> behind(Scorecards.Drill drill, VendorCode vendor, Performance.Period period) {
        ShipmentNumber after = drill.after();
        return jdbc.sql(SQL.get("behind"))
                .param("vendor", vendor.text())
                .param("state", (drill.side() == Performance.Behind.Side.GOOD ? State.MATCHED : State.REJECTED).name())
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("afterOrder", after == null ? 0L : after.order().value())
                .param("afterShipment", after == null ? 0 : after.sequence())
                .param("limit", drill.limit())
                .query((rs, row) -> new ShipmentNumber(new OrderNumber(rs.getLong(1)), rs.getInt(2)))
                .list();
    }

    void decide(UUID id, State state, ReceivedInvoice.Ruling ruling) {
        jdbc.sql(SQL.get("decide"))
                .param("id", id)
                .param("state", state.name())
                .param("at", ruling.at().toString())
                .param("by", ruling.by())
                .param("comment", ruling.comment())
                .param("note", ruling.creditNote())
                .update();
    }

    private List<ReceivedInvoice> read(JdbcClient.StatementSpec statement) {
        List<ReceivedInvoice> bare = statement.query((rs, row) -> received(rs)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Line>> lines = new HashMap<>();
        Map<UUID, List<Difference>> differences = new HashMap<>();
        Map<UUID, String> currencies = new HashMap<>();
        bare.forEach(r -> currencies.put(r.id(), r.content().total().currency().getCurrencyCode()));
        String[] ids = currencies.keySet().stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql(SQL.get("lines"))
                .param("ids", ids)
                .query((rs, row) -> {
                    UUID id = rs.getObject("received", UUID.class);
                    return lines.computeIfAbsent(id, k -> new ArrayList<>()).add(line(rs, currencies.get(id)));
                })
                .list();
        jdbc.sql(SQL.get("differences"))
                .param("ids", ids)
                .query((rs, row) -> differences
                        .computeIfAbsent(rs.getObject("received", UUID.class), k -> new ArrayList<>())
                        .add(new Difference(
                                Difference.Kind.valueOf(rs.getString("kind")),
                                rs.getObject("shipment_line", Integer.class),
                                rs.getString("expected"),
                                rs.getString("found"))))
                .list();
        return bare.stream()
                .map(r -> with(r, lines.getOrDefault(r.id(), List.of()), differences.getOrDefault(r.id(), List.of())))
                .toList();
    }

    private static ReceivedInvoice with(ReceivedInvoice bare, List<Line> lines, List<Difference> differences) {
        Content c = bare.content();
        Content full = new Content(c.vendor(), c.theirNumber(), c.shipment(), c.date(), c.total(), lines, differences);
        return new ReceivedInvoice(bare.id(), full, bare.state(), bare.receivedAt(), bare.ruling(), bare.version());
    }

    private static Line line(ResultSet rs, @Nullable String currency) throws SQLException {
        Money cost = new Money(rs.getBigDecimal("unit_cost"), Money.parseCurrency(String.valueOf(currency)));
        return new Line(rs.getInt("line"), rs.getInt("shipment_line"), rs.getInt("quantity"), new UnitCost(cost));
    }

    private static ReceivedInvoice received(ResultSet rs) throws SQLException {
        OffsetDateTime decided = rs.getObject("decided_at", OffsetDateTime.class);
        Content content = new Content(
                new VendorCode(rs.getString("vendor")),
                rs.getString("their_number"),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                rs.getObject("invoice_date", LocalDate.class),
                new Money(rs.getBigDecimal("total"), Money.parseCurrency(rs.getString("currency"))),
                List.of(),
                List.of());
        Instant received = rs.getObject("received_at", OffsetDateTime.class).toInstant();
        ReceivedInvoice.Ruling ruling = decided == null
                ? null
                : new ReceivedInvoice.Ruling(
                        decided.toInstant(),
                        rs.getString("decided_by"),
                        rs.getString("comment"),
                        rs.getString("credit_note"));
        return new ReceivedInvoice(
                rs.getObject("id", UUID.class),
                content,
                State.valueOf(rs.getString("state")),
                received,
                ruling,
                rs.getInt("version"));
    }
}
