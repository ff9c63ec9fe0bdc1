package io.braid.invoice;

import io.braid.fulfillment.ShippedNotice;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables of invoices; for a vendor, on that vendor's connection. */
final class InvoiceStore {
    private static final Sql SQL = Sql.of("invoice/invoice");

    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The vendor's next number. Its row stays locked until the transaction ends: a rollback gives the number back. */
    InvoiceNumber nextNumber(VendorCode vendor) {
        int running = jdbc.sql(SQL.get("nextNumber"))
                .param("vendor", vendor.text())
                .query(Integer.class)
                .single();
        return new InvoiceNumber(vendor, running);
    }

    void insert(Invoice invoice) {
        ShipmentNumber shipment = invoice.about().shipment();
        Long order = shipment == null ? null : shipment.order().value();
        String number = invoice.number().toString();
        jdbc.sql(SQL.get("insertKey"))
                .param("vendor", invoice.vendor().text())
                .param("running", invoice.number().running())
                .param("order", order)
                .update();
        jdbc.sql(SQL.get("insertInvoice"))
                .param("order", order)
                .param("vendor", invoice.vendor().text())
                .param("running", invoice.number().running())
                .param("number", number)
                .param("shipment", shipment == null ? null : shipment.sequence())
                .param("notice", invoice.about().notice())
                .param("billedPer", invoice.about().per().name())
                .param("from", text(invoice.about().from()))
                .param("to", text(invoice.about().to()))
                .param("issuedAt", invoice.issuedAt().toString())
                .param("dueAt", invoice.dueAt().toString())
                .param("currency", invoice.total().currency().getCurrencyCode())
                .param("subtotal", invoice.amounts().subtotal().amount())
                .param("allowance", invoice.amounts().allowance().amount())
                .param("tax", invoice.amounts().tax().amount())
                .param("total", invoice.total().amount())
                .update();
        insertLines(number, invoice);
    }

    private void insertLines(String number, Invoice invoice) {
        Columns<Invoice.Line> lines = Columns.of(invoice.lines());
        jdbc.sql(SQL.get("insertLines"))
                .param("number", number)
                .param("vendor", invoice.vendor().text())
                .param("lines", lines.ints(Invoice.Line::line))
                .param("orders", lines.longs(l -> l.shipment().order().value()))
                .param("shipments", lines.ints(l -> l.shipment().sequence()))
                .param("notices", lines.ints(Invoice.Line::notice))
                .param("shipmentLines", lines.ints(Invoice.Line::shipmentLine))
                .param("skus", lines.texts(Invoice.Line::sku))
                .param("vendorSkus", lines.texts(Invoice.Line::vendorSku))
                .param("quantities", lines.ints(Invoice.Line::quantity))
                .param("costs", lines.texts(l -> l.unitCost().money().text()))
                .param("currencies", lines.texts(l -> l.amount().currency().getCurrencyCode()))
                .param("amounts", lines.texts(l -> l.amount().text()))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    Optional<Invoice> find(InvoiceNumber number) {
        return read(jdbc.sql(SQL.get("find")).param("number", number.toString())).stream()
                .findFirst();
    }

    List<Invoice> list(InvoiceQuery query) {
        InvoiceNumber after = query.after();
        ShipmentNumber shipment = query.shipment();
        JdbcClient.StatementSpec statement = jdbc.sql(SQL.get(shipment == null ? "list" : "listOfShipment"))
                .param("afterVendor", after == null ? "" : after.vendor().text())
                .param("afterRunning", after == null ? 0 : after.running())
                .param("vendor", query.vendor() == null ? null : query.vendor().text())
                .param("limit", query.limit());
        return read(
                shipment == null
                        ? statement
                        : statement.param("order", shipment.order().value()).param("shipment", shipment.sequence()));
    }

    /** Those that have a place in the export behind a given one. */
    List<Exported.OfInvoice> exported(long after, int limit) {
        List<Long> places = new ArrayList<>();
        List<Invoice> invoices = read(
                jdbc.sql(SQL.get("exported")).param("after", after).param("limit", limit),
                rs -> places.add(rs.getLong("exported_as")));
        List<Exported.OfInvoice> exported = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            exported.add(new Exported.OfInvoice(places.get(i), invoices.get(i)));
        }
        return exported;
    }

    void putOff(ShippedNotice notice, Instant at) {
        jdbc.sql(SQL.get("putOff"))
                .param("order", notice.shipment().order().value())
                .param("shipment", notice.shipment().sequence())
                .param("notice", notice.notice())
                .param("vendor", notice.vendor().text())
                .param("at", at.toString())
                .update();
    }

    /** Notices of one vendor that were recorded under the same way of billing. */
    record Queue(VendorCode vendor, BilledPer per) {}

    List<Queue> queues() {
        return jdbc.sql(SQL.get("queues"))
                .query((rs, row) -> new Queue(
                        new VendorCode(rs.getString("vendor")), BilledPer.valueOf(rs.getString("billed_per"))))
                .list();
    }

    /** Shipments with notices nobody has invoiced. */
    List<ShipmentNumber> waiting(Queue queue, int limit) {
        return jdbc.sql(SQL.get("waiting"))
                .param("vendor", queue.vendor().text())
                .param("per", queue.per().name())
                .param("limit", limit)
                .query((rs, row) -> new ShipmentNumber(new OrderNumber(rs.getLong(1)), rs.getInt(2)))
                .list();
    }

    Optional<Instant> oldestUnbilled(Queue queue) {
        return jdbc.sql(SQL.get("oldestUnbilled"))
                .param("vendor", queue.vendor().text())
                .param("per", queue.per().name())
                .query((rs, row) -> Optional.ofNullable(rs.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Takes notices out of the queue: those recorded before a moment, or of these shipments. */
    List<NoticeKey> take(Queue queue, @Nullable Instant before, @Nullable List<ShipmentNumber> of, int limit) {
        Columns<ShipmentNumber> keys = of == null ? null : Columns.of(of);
        return jdbc.sql(SQL.get("takeUnbilled"))
                .param("vendor", queue.vendor().text())
                .param("per", queue.per().name())
                .param("before", text(before))
                .param("orders", keys == null ? null : keys.longs(s -> s.order().value()))
                .param("shipments", keys == null ? null : keys.ints(ShipmentNumber::sequence))
                .param("limit", limit)
                .query((rs, row) ->
                        new NoticeKey(new ShipmentNumber(new OrderNumber(rs.getLong(1)), rs.getInt(2)), rs.getInt(3)))
                .list();
    }

    private interface Aside {
        void read(ResultSet rs) throws SQLException;
    }

    private List<Invoice> read(JdbcClient.StatementSpec statement) {
        return read(statement, rs -> {});
    }

    private List<Invoice> read(JdbcClient.StatementSpec statement, Aside aside) {
        List<Invoice> bare = statement
                .query((rs, row) -> {
                    aside.read(rs);
                    return invoice(rs);
                })
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<String, List<Invoice.Line>> lines = new HashMap<>();
        jdbc.sql(SQL.get("lines"))
                .param("numbers", Columns.of(bare).texts(Invoice::number))
                .query((rs, row) -> lines.computeIfAbsent(rs.getString("invoice"), n -> new ArrayList<>())
                        .add(line(rs)))
                .list();
        return bare.stream()
                .map(i -> i.withLines(lines.getOrDefault(i.number().toString(), List.of())))
                .toList();
    }

    private static Invoice invoice(ResultSet rs) throws SQLException {
        String currency = rs.getString("currency");
        Amounts amounts = new Amounts(
                money(rs.getBigDecimal("subtotal"), currency),
                money(rs.getBigDecimal("allowance"), currency),
                money(rs.getBigDecimal("tax"), currency),
                money(rs.getBigDecimal("total"), currency));
        return new Invoice(
                new InvoiceNumber(new VendorCode(rs.getString("vendor")), rs.getInt("vendor_number")),
                about(rs),
                instant(rs, "issued_at"),
                instant(rs, "due_at"),
                amounts,
                List.of());
    }

    private static Invoice.About about(ResultSet rs) throws SQLException {
        Long order = rs.getObject("order_number", Long.class);
        return new Invoice.About(
                BilledPer.valueOf(rs.getString("billed_per")),
                order == null ? null : new ShipmentNumber(new OrderNumber(order), rs.getInt("shipment")),
                rs.getObject("notice", Integer.class),
                rs.getObject("period_from", LocalDate.class),
                rs.getObject("period_to", LocalDate.class));
    }

    private static Invoice.Line line(ResultSet rs) throws SQLException {
        return new Invoice.Line(
                rs.getInt("line"),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                rs.getInt("notice"),
                rs.getInt("shipment_line"),
                new Sku(rs.getString("sku")),
                rs.getString("vendor_sku"),
                rs.getInt("quantity"),
                new UnitCost(money(rs.getBigDecimal("unit_cost"), rs.getString("currency"))));
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Money.parseCurrency(currency));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
