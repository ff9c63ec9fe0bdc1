package io.braid.invoice;

import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the table {@code invoice_terms}. */
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
