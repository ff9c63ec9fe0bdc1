package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables of credit notes; for a vendor, on that vendor's connection. */
final class CreditNoteStore {
    private static final Sql SQL = Sql.of("invoice/credit_note");

    private final JdbcClient jdbc;

    CreditNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its row stays locked until the transaction ends, so no number is left out. */
    int nextNumber(VendorCode vendor) {
        return jdbc.sql(SQL.get("nextNumber"))
                .param("vendor", vendor.text())
                .query(Integer.class)
                .single();
    }

    void insert(CreditNote note) {
        InvoiceNumber invoice = note.invoice();
        jdbc.sql(SQL.get("insert"))
                .param("number", note.number())
                .param("vendor", note.vendor().text())
                .param("running", note.running())
                .param("direction", note.direction().name())
                .param("order", note.shipment().order().value())
                .param("shipment", note.shipment().sequence())
                .param("invoice", invoice == null ? null : invoice.toString())
                .param("reason", note.reason())
                .param("amount", note.amount().amount())
                .param("currency", note.amount().currency().getCurrencyCode())
                .param("at", note.issuedAt().toString())
                .param("by", note.issuedBy())
                .update();
    }

    Optional<CreditNote> find(String number) {
        return jdbc.sql(SQL.get("find"))
                .param("number", number)
                .query((rs, row) -> note(rs))
                .optional();
    }

    List<CreditNote> list(@Nullable VendorCode vendor, CreditNote.@Nullable Key after, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", vendor == null ? null : vendor.text())
                .param("afterVendor", after == null ? "" : after.vendor().text())
                .param("afterRunning", after == null ? 0 : after.running())
                .param("limit", limit)
                .query((rs, row) -> note(rs))
                .list();
    }

    static CreditNote note(ResultSet rs) throws SQLException {
        String invoice = rs.getString("invoice");
        return new CreditNote(
                new VendorCode(rs.getString("vendor")),
                rs.getInt("vendor_number"),
                CreditNote.Direction.valueOf(rs.getString("direction")),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                invoice == null ? null : InvoiceNumber.find(invoice).orElseThrow(),
                rs.getString("reason"),
                new Money(rs.getBigDecimal("amount"), Money.parseCurrency(rs.getString("currency"))),
                rs.getObject("issued_at", OffsetDateTime.class).toInstant(),
                rs.getString("issued_by"));
    }
}
