package io.braid.fulfillment;

import io.braid.fulfillment.Performance.Behind;
import io.braid.fulfillment.VendorFigures.Figure;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts over the tables {@code shipment} and {@code shipment_line}; for a vendor, on that vendor's connection. */
final class PerformanceStore {
    private static final Sql SQL = Sql.of("fulfillment/performance");

    private final JdbcClient jdbc;

    PerformanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VendorFigures> figures(@Nullable VendorCode only, Performance.Period period) {
        return judged(SQL.get("figures"), only, period)
                .query((rs, row) -> figures(rs))
                .list();
    }

    private JdbcClient.StatementSpec judged(String then, @Nullable VendorCode vendor, Performance.Period period) {
        // Two texts: one vendor's shipments come from an index, which a condition that may hold for all does not reach.
        String opened = SQL.get(vendor == null ? "openedOfAll" : "openedOfOne");
        return jdbc.sql("with opened as materialized (" + opened + "), judged as (" + SQL.get("judged") + ") " + then)
                .param("vendor", vendor == null ? "" : vendor.text())
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("now", period.now().toString());
    }

    private static VendorFigures figures(ResultSet rs) throws SQLException {
        long answered = rs.getLong("answered_seconds");
        Duration after = rs.wasNull() ? null : Duration.ofSeconds(answered);
        return new VendorFigures(
                new VendorCode(rs.getString("vendor")),
                rs.getLong("shipments"),
                Map.of(
                        Figure.ACKNOWLEDGED_IN_TIME, tally(rs, "acknowledged"),
                        Figure.SHIPPED_IN_TIME, tally(rs, "shipped"),
                        Figure.ACCEPTED_UNITS, tally(rs, "accepted"),
                        Figure.KEPT_UNITS, tally(rs, "kept")),
                after);
    }

    private static Tally tally(ResultSet rs, String figure) throws SQLException {
        return new Tally(rs.getLong(figure + "_good"), rs.getLong(figure + "_counted"));
    }

    List<Shipment> list(List<ShipmentNumber> numbers) {
        return new ShipmentStore(jdbc).findAll(numbers);
    }

    List<Shipment> behind(Behind behind) {
        ShipmentNumber after = behind.after();
        List<ShipmentNumber> numbers = judged(SQL.get("behind"), behind.vendor(), behind.period())
                .param("figure", behind.figure().name())
                .param("good", behind.side() == Behind.Side.GOOD)
                .param("afterOrder", after == null ? 0L : after.order().value())
                .param("afterSequence", after == null ? 0 : after.sequence())
                .param("limit", behind.limit())
                .query((rs, row) -> ShipmentRow.number(rs, "sequence"))
                .list();
        return list(numbers);
    }
}
