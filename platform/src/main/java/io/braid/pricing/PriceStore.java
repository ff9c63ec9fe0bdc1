package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code contracted_price}. */
final class PriceStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("pricing/price");

    PriceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ValidPrice> validOn(LocalDate day, Collection<Sku> skus) {
        return jdbc.sql(sql.get("validOn"))
                .param("day", day)
                .param("skus", skus.stream().map(Sku::text).distinct().toArray(String[]::new))
                .query((rs, row) -> new ValidPrice(
                        rs.getObject("id", UUID.class),
                        new VendorCode(rs.getString("vendor")),
                        new Sku(rs.getString("sku")),
                        rs.getString("vendor_sku"),
                        unitCost(rs)))
                .list();
    }

    static UnitCost unitCost(ResultSet rs) throws SQLException {
        return UnitCost.of(rs.getString("unit_cost"), rs.getString("currency"));
    }
}
