package io.braid.fulfillment;

import io.braid.fulfillment.Terms.StepTerm;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code shipment} and {@code shipment_line}. */
final class ShipmentRow {
    private ShipmentRow() {}

    static ShipmentNumber number(ResultSet rs, String sequence) throws SQLException {
        return new ShipmentNumber(new OrderNumber(rs.getLong("order_number")), rs.getInt(sequence));
    }

    static Shipment shipment(ResultSet rs) throws SQLException {
        return new Shipment(
                number(rs, "sequence"),
                new LocationCode(rs.getString("location")),
                vendor(rs),
                ShipmentState.valueOf(rs.getString("state")),
                rs.getInt("version"),
                rs.getString("fulfillment_type"),
                times(rs),
                expected(rs),
                carriage(rs),
                List.of());
    }

    static @Nullable VendorCode vendor(ResultSet rs) throws SQLException {
        String vendor = rs.getString("vendor");
        return vendor.isEmpty() ? null : new VendorCode(vendor);
    }

    private static ShipmentTimes times(ResultSet rs) throws SQLException {
        Terms terms = new Terms(
                term(rs, "acknowledge"), term(rs, "ship"), rs.getString("sla_policy"), rs.getInt("sla_version"));
        return new ShipmentTimes(
                instant(rs, "opened_at"),
                terms,
                findInstant(rs, "acknowledged_at"),
                findInstant(rs, "shipped_at"),
                instant(rs, "updated_at"));
    }

    private static StepTerm term(ResultSet rs, String step) throws SQLException {
        Instant due = instant(rs, step + "_by");
        Instant risk = findInstant(rs, step + "_risk_from");
        return new StepTerm(risk == null ? due : risk, due, BreachAction.valueOf(rs.getString(step + "_breach")));
    }

    /** On a vendor's connection its freight is not there. */
    private static @Nullable PlannedCarriage carriage(ResultSet rs) throws SQLException {
        String carrier = rs.getString("carrier");
        if (carrier == null) {
            return null;
        }
        BigDecimal cost = rs.getBigDecimal("freight_cost");
        PlannedCarriage.Freight freight = cost == null
                ? null
                : new PlannedCarriage.Freight(
                        new Money(cost, Money.parseCurrency(rs.getString("freight_currency"))),
                        rs.getObject("promise_date", LocalDate.class));
        return new PlannedCarriage(carrier, rs.getString("service"), freight);
    }

    private static @Nullable Expectation expected(ResultSet rs) throws SQLException {
        LocalDate date = rs.getObject("expected_ship_date", LocalDate.class);
        return date == null
                ? null
                : new Expectation(
                        date,
                        Expectation.Reason.valueOf(rs.getString("expected_ship_reason")),
                        rs.getString("expected_ship_note"),
                        instant(rs, "expected_ship_told_at"));
    }

    static ShipmentLine line(ResultSet rs) throws SQLException {
        String currency = rs.getString("currency");
        return new ShipmentLine(
                rs.getInt("line"),
                rs.getInt("order_line"),
                new Sku(rs.getString("sku")),
                new Upc(rs.getString("upc")),
                rs.getString("vendor_sku"),
                rs.getInt("quantity"),
                rs.getObject("accepted", Integer.class),
                rs.getInt("shipped"),
                rs.getInt("canceled"),
                currency == null
                        ? null
                        : new UnitCost(new Money(rs.getBigDecimal("unit_cost"), Money.parseCurrency(currency))));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant findInstant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
