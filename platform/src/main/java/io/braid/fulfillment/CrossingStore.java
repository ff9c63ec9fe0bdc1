package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks shipments whose open step crossed a line; {@code sla_mark} and what hangs on it are written here alone. */
final class CrossingStore {
    private static final Sql SQL = Sql.of("fulfillment/crossing");

    private final JdbcClient jdbc;

    CrossingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line that a shipment's open step crossed.
     *
     * @param lastEntry the number of its last entry about service levels, this crossing's included
     */
    record Crossing(
            ShipmentNumber shipment,
            LocationCode location,
            @Nullable VendorCode vendor,
            ShipmentState state,
            Instant dueBy,
            SlaStatus was,
            SlaStatus now,
            BreachAction action,
            String policy,
            int policyVersion,
            int lastEntry) {}

    List<Crossing> cross(Instant now, int limit) {
        return jdbc.sql(SQL.get("cross"))
                .param("now", now.toString())
                .param("limit", limit)
                .query((rs, row) -> crossing(rs))
                .list();
    }

    private static Crossing crossing(ResultSet rs) throws SQLException {
        return new Crossing(
                ShipmentRow.number(rs, "sequence"),
                new LocationCode(rs.getString("location")),
                ShipmentRow.vendor(rs),
                ShipmentState.valueOf(rs.getString("state")),
                ShipmentRow.instant(rs, "due_by"),
                rs.getInt("was") == 0 ? SlaStatus.ON_TIME : SlaStatus.AT_RISK,
                rs.getBoolean("overdue") ? SlaStatus.OVERDUE : SlaStatus.AT_RISK,
                BreachAction.valueOf(rs.getString("action")),
                rs.getString("sla_policy"),
                rs.getInt("sla_version"),
                rs.getInt("sla_entries"));
    }

    List<ShipmentNumber> claimWithdrawals(Instant now, Duration lease, int limit) {
        return jdbc.sql(SQL.get("claimWithdrawals"))
                .param("now", now.toString())
                .param("leaseSeconds", lease.toSeconds())
                .param("limit", limit)
                .query((rs, row) -> ShipmentRow.number(rs, "sequence"))
                .list();
    }

    boolean stillToBeWithdrawn(ShipmentNumber shipment) {
        return jdbc.sql(SQL.get("stillToBeWithdrawn"))
                        .param("order", shipment.order().value())
                        .param("sequence", shipment.sequence())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void letBe(ShipmentNumber shipment) {
        jdbc.sql(SQL.get("letBe"))
                .param("order", shipment.order().value())
                .param("sequence", shipment.sequence())
                .update();
    }
}
