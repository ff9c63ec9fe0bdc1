package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import io.braid.vendor.Vendor.Contact;
import io.braid.vendor.Vendor.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code vendor}. */
final class VendorStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("vendor/vendor");

    VendorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<VendorCode, Vendor> findAll(Collection<VendorCode> codes) {
        Map<VendorCode, Vendor> found = new HashMap<>();
        jdbc.sql(sql.get("findAll"))
                .param("codes", codes.stream().map(VendorCode::text).toArray(String[]::new))
                .query((rs, row) -> vendor(rs))
                .list()
                .forEach(vendor -> found.put(vendor.code(), vendor));
        return found;
    }

    /** The vendor as it is, locked until the end of the transaction. */
    Optional<Vendor> lock(VendorCode code) {
        return jdbc.sql(sql.get("lock"))
                .param("code", code.text())
                .query((rs, row) -> vendor(rs))
                .optional();
    }

    List<Vendor> list(@Nullable Status status, String after, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> vendor(rs))
                .list();
    }

    /** False when code, name or e-mail address is taken. */
    boolean insert(VendorCode code, Invitation invitation, Instant at) {
        jdbc.sql(sql.get("lockName"))
                .param("name", invitation.name())
                .query((rs, row) -> row)
                .list();
        return jdbc.sql(sql.get("insert"))
                        .param("code", code.text())
                        .param("name", invitation.name())
                        .param("email", invitation.email())
                        .param("contactName", invitation.contact().name())
                        .param("contactEmail", invitation.contact().email())
                        .param("contactPhone", invitation.contact().phone())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** Which of the three are taken. */
    List<String> taken(VendorCode code, Invitation invitation) {
        return jdbc.sql(sql.get("taken"))
                .param("code", code.text())
                .param("name", invitation.name())
                .param("email", invitation.email())
                .query(String.class)
                .list();
    }

    /** Moves from the version that was seen; false when it is another one by now. */
    boolean move(Vendor vendor, Status to, Instant at) {
        return jdbc.sql(sql.get("move"))
                        .param("code", vendor.code().text())
                        .param("version", vendor.version())
                        .param("status", to.name())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** The same for the way it is integrated. */
    boolean switchIntegration(Vendor vendor, IntegrationMode to, Instant at) {
        return jdbc.sql(sql.get("switchIntegration"))
                        .param("code", vendor.code().text())
                        .param("version", vendor.version())
                        .param("integration", to.name())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** Settles what is not settled yet; of two at once the second waits, and finds it settled. */
    void settleCurrency(VendorCode code, Currency currency) {
        jdbc.sql(sql.get("settleCurrency"))
                .param("code", code.text())
                .param("currency", currency.getCurrencyCode())
                .update();
    }

    private static Vendor vendor(ResultSet rs) throws SQLException {
        String currency = rs.getString("currency");
        return new Vendor(
                new VendorCode(rs.getString("code")),
                rs.getString("name"),
                rs.getString("email"),
                Status.valueOf(rs.getString("status")),
                new Contact(rs.getString("contact_name"), rs.getString("contact_email"), rs.getString("contact_phone")),
                rs.getInt("payment_days"),
                IntegrationMode.valueOf(rs.getString("integration")),
                currency == null ? null : Currency.getInstance(currency),
                rs.getInt("version"));
    }
}
