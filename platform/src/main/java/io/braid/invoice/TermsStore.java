package io.braid.invoice;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables {@code invoice_terms} and {@code notice_terms}. */
final class TermsStore {
    private static final Sql SQL = Sql.of("invoice/terms");

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Terms> find(VendorCode vendor) {
        return jdbc.sql(SQL.get("find"))
                .param("vendor", vendor.text())
                .query((rs, row) -> terms(rs))
                .optional();
    }

    /** False when somebody else wrote them since that version. */
    boolean put(Terms terms, Instant at) {
        return jdbc.sql(SQL.get("put"))
                        .param("vendor", terms.vendor().text())
                        .param("billedPer", terms.billedPer().name())
                        .param("paymentDays", terms.paymentDays())
                        .param("allowance", terms.allowancePercent())
                        .param("tax", terms.taxPercent())
                        .param("late", terms.latePercent())
                        .param("canceled", terms.canceledPercent())
                        .param("mislabeled", terms.mislabeledAmount())
                        .param("disputeDays", terms.disputeDays())
                        .param("seen", terms.version())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** What a notice left under, for good. */
    void keep(NoticeKey notice, NoticeTerms terms) {
        jdbc.sql(SQL.get("keep"))
                .param("order", notice.shipment().order().value())
                .param("shipment", notice.shipment().sequence())
                .param("notice", notice.notice())
                .param("vendor", terms.vendor().text())
                .param("billedPer", terms.billedPer().name())
                .param("paymentDays", terms.paymentDays())
                .param("allowance", terms.allowancePercent())
                .param("tax", terms.taxPercent())
                .update();
    }

    /** Of every notice of these shipments. */
    Map<NoticeKey, NoticeTerms> kept(Collection<ShipmentNumber> shipments) {
        Columns<ShipmentNumber> keys = Columns.of(List.copyOf(shipments));
        Map<NoticeKey, NoticeTerms> kept = new HashMap<>();
        jdbc.sql(SQL.get("kept"))
                .param("orders", keys.longs(s -> s.order().value()))
                .param("shipments", keys.ints(ShipmentNumber::sequence))
                .query((rs, row) -> kept.put(
                        new NoticeKey(
                                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                                rs.getInt("notice")),
                        new NoticeTerms(
                                new VendorCode(rs.getString("vendor")),
                                BilledPer.valueOf(rs.getString("billed_per")),
                                rs.getInt("payment_days"),
                                rs.getBigDecimal("allowance_percent"),
                                rs.getBigDecimal("tax_percent"))))
                .list();
        return kept;
    }

    private static Terms terms(ResultSet rs) throws SQLException {
        return new Terms(
                new VendorCode(rs.getString("vendor")),
                BilledPer.valueOf(rs.getString("billed_per")),
                rs.getInt("payment_days"),
                rs.getBigDecimal("allowance_percent"),
                rs.getBigDecimal("tax_percent"),
                rs.getBigDecimal("late_percent"),
                rs.getBigDecimal("canceled_percent"),
                rs.getBigDecimal("mislabeled_amount"),
                rs.getInt("dispute_days"),
                rs.getInt("version"));
    }
}
