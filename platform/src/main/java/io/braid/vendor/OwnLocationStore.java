package io.braid.vendor;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code vendor_location}. */
final class OwnLocationStore {
    private static final Sql SQL = Sql.of("vendor/own_location");

    private final JdbcClient jdbc;

    OwnLocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LocationCode> find(VendorCode vendor, LocationCode own) {
        return jdbc.sql(SQL.get("find"))
                .param("vendor", vendor.text())
                .param("code", own.text())
                .query((rs, row) -> new LocationCode(rs.getString("location")))
                .optional();
    }

    /** False when the vendor has a location of that name by now. */
    boolean insert(VendorCode vendor, LocationCode own, LocationCode location) {
        return jdbc.sql(SQL.get("insert"))
                        .param("vendor", vendor.text())
                        .param("code", own.text())
                        .param("location", location.text())
                        .update()
                == 1;
    }

    Map<LocationCode, LocationCode> ownCodes(VendorCode vendor) {
        Map<LocationCode, LocationCode> codes = new HashMap<>();
        jdbc.sql(SQL.get("ownCodes"))
                .param("vendor", vendor.text())
                .query((rs, row) -> codes.put(
                        new LocationCode(rs.getString("location")), new LocationCode(rs.getString("own_code"))))
                .list();
        return codes;
    }
}
