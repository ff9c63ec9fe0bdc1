package io.braid.invoice;

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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        of(invoice, "insertKey").param("running", invoice.number().running()).update();
        of(invoice, "insertInvoice")
                .param("running", invoice.number().running())
                .param("number", invoice.number().toString())
                .param("shipment", invoice.shipment().sequence())
                .param("notice", invoice.notice())
                .param("issuedAt", invoice.issuedAt().toString())
                .param("dueAt", invoice.dueAt().toString())
                .param("currency", invoice.total().currency().getCurrencyCode())
                .param("total", invoice.total().amount())
                .update();
        Columns<Invoice.Line> lines = Columns.of(invoice.lines());
        of(invoice, "insertLines")
                .param("number", invoice.number().toString())
                .param("shipment", invoice.shipment().sequence())
                .param("notice", invoice.notice())
                .param("lines", lines.ints(Invoice.Line::line))
                .param("shipmentLines", lines.ints(Invoice.Line::shipmentLine))
                .param("skus", lines.texts(Invoice.Line::sku))
                .param("vendorSkus", lines.texts(Invoice.Line::vendorSku))
                .param("quantities", lines.ints(Invoice.Line::quantity))
                .param("costs", lines.texts(l -> l.unitCost().money().text()))
                .param("currencies", lines.texts(l -> l.amount().currency().getCurrencyCode()))
                .param("amounts", lines.texts(l -> l.amount().text()))
                .update();
    }

    private JdbcClient.StatementSpec of(Invoice invoice, String statement) {
        return jdbc.sql(SQL.get(statement))
                .param("order", invoice.shipment().order().value())
                .param("vendor", invoice.vendor().text());
    }

    Optional<Invoice> find(InvoiceNumber number) {
        return read(jdbc.sql(SQL.get("find")).param("number", number.toString())).stream()
                .findFirst();
    }

    List<Invoice> list(InvoiceQuery query) {
        InvoiceNumber after = query.after();
        ShipmentNumber shipment = query.shipment();
        return read(jdbc.sql(SQL.get("list"))
                .param("afterVendor", after == null ? "" : after.vendor().text())
                .param("afterRunning", after == null ? 0 : after.running())
                .param("vendor", query.vendor() == null ? null : query.vendor().text())
                .param("order", shipment == null ? null : shipment.order().value())
                .param("shipment", shipment == null ? null : shipment.sequence())
                .param("limit", query.limit()));
    }

    private List<Invoice> read(JdbcClient.StatementSpec statement) {
        List<Invoice> bare = statement.query((rs, row) -> invoice(rs)).list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<String, List<Invoice.Line>> lines = new HashMap<>();
        Columns<Invoice> keys = Columns.of(bare);
        jdbc.sql(SQL.get("lines"))
                .param("orders", keys.longs(i -> i.shipment().order().value()))
                .param("numbers", keys.texts(Invoice::number))
                .query((rs, row) -> lines.computeIfAbsent(rs.getString("invoice"), n -> new ArrayList<>())
                        .add(line(rs)))
                .list();
        return bare.stream()
                .map(i -> i.withLines(lines.getOrDefault(i.number().toString(), List.of())))
                .toList();
    }

    private static Invoice invoice(ResultSet rs) throws SQLException {
        return new Invoice(
                new InvoiceNumber(new VendorCode(rs.getString("vendor")), rs.getInt("vendor_number")),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                rs.getInt("notice"),
                instant(rs, "issued_at"),
                instant(rs, "due_at"),
                money(rs.getBigDecimal("total"), rs.getString("currency")),
                List.of());
    }

    private static Invoice.Line line(ResultSet rs) throws SQLException {
        return new Invoice.Line(
                rs.getInt("line"),
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
