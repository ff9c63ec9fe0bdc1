package io.braid.invoice;

import io.braid.invoice.Deduction.Claim;
import io.braid.invoice.Deduction.Kind;
import io.braid.invoice.Deduction.State;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the table {@code deduction}; for a vendor, on that vendor's connection. */
final class DeductionStore {
    private static final Sql SQL = Sql.of("invoice/deduction");

    private final JdbcClient jdbc;

    DeductionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the fact was held against the vendor before. */
    boolean insert(Deduction deduction) {
        Claim claim = deduction.claim();
        return jdbc.sql(SQL.get("insert"))
                        .param("id", deduction.id())
                        .param("vendor", claim.vendor().text())
                        .param("kind", claim.kind().name())
                        .param("order", claim.shipment().order().value())
                        .param("shipment", claim.shipment().sequence())
                        .param("key", claim.evidenceKey())
                        .param("rule", claim.rule())
                        .param("evidence", claim.evidence())
                        .param("amount", claim.amount().amount())
                        .param("currency", claim.amount().currency().getCurrencyCode())
                        .param("at", deduction.proposedAt().toString())
                        .param("until", deduction.disputableUntil().toString())
                        .update()
                == 1;
    }

    Optional<Deduction> find(UUID id) {
        return one("find", id);
    }

    Optional<Deduction> lock(UUID id) {
        return one("lock", id);
    }

    private Optional<Deduction> one(String statement, UUID id) {
        return jdbc.sql(SQL.get(statement))
                .param("id", id)
                .query((rs, row) -> deduction(rs))
                .optional();
    }

    /** Proposals whose time for a dispute is over, locked; those another instance works on are left to it. */
    List<Deduction> lockUndisputed(Instant at, int limit) {
        return jdbc.sql(SQL.get("lockUndisputed"))
                .param("at", at.toString())
                .param("limit", limit)
                .query((rs, row) -> deduction(rs))
                .list();
    }

    List<Deduction> list(DeductionQuery query) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", query.vendor() == null ? null : query.vendor().text())
                .param("state", query.state() == null ? null : query.state().name())
                .param("after", query.after() == null ? null : query.after().toString())
                .param("limit", query.limit())
                .query((rs, row) -> deduction(rs))
                .list();
    }

    void update(Deduction deduction) {
        jdbc.sql(SQL.get("update"))
                .param("id", deduction.id())
                .param("state", deduction.state().name())
                .param("dispute", deduction.dispute())
                .param("comment", deduction.comment())
                .param("note", deduction.creditNote())
                .param("version", deduction.version())
                .update();
    }

    private static Deduction deduction(ResultSet rs) throws SQLException {
        Claim claim = new Claim(
                new VendorCode(rs.getString("vendor")),
                Kind.valueOf(rs.getString("kind")),
                new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt("shipment")),
                rs.getString("evidence_key"),
                rs.getString("rule"),
                rs.getString("evidence"),
                new Money(rs.getBigDecimal("amount"), Money.parseCurrency(rs.getString("currency"))));
        return new Deduction(
                rs.getObject("id", UUID.class),
                claim,
                State.valueOf(rs.getString("state")),
                rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                rs.getObject("disputable_until", OffsetDateTime.class).toInstant(),
                rs.getString("dispute"),
                rs.getString("comment"),
                rs.getString("credit_note"),
                rs.getInt("version"));
    }
}
