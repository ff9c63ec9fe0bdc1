package io.braid.access;

import io.braid.access.User.Status;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What proves who somebody is: columns of {@code user_account}, and table {@code recovery_code}. */
final class CredentialStore {
    private static final Sql SQL = Sql.of("access/user");
    private static final Sql CODES = Sql.of("access/proof");

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with this address in the portal: one of the operator, or one of each vendor. */
    List<Credentials> find(Portal portal, String email, @Nullable VendorCode vendor, int limit) {
        return jdbc.sql(SQL.get("credentials"))
                .param("portal", portal.name())
                .param("email", email)
                .param("vendor", vendor == null ? null : vendor.text())
                .param("limit", limit)
                .query((row, n) -> credentials(row))
                .list();
    }

    Optional<Credentials> find(UUID user) {
        return jdbc.sql(SQL.get("credentialsOf"))
                .param("id", user.toString())
                .query((row, n) -> credentials(row))
                .optional();
    }

    /** The user's version after it; empty when he may not have a password now. */
    OptionalInt keepPassword(UUID user, String hash) {
        return version(
                jdbc.sql(SQL.get("keepPassword")).param("id", user.toString()).param("hash", hash));
    }

    /** The same password, kept in today's way. */
    void rehash(UUID user, String old, String hash) {
        jdbc.sql(SQL.get("rehash"))
                .param("id", user.toString())
                .param("old", old)
                .param("hash", hash)
                .update();
    }

    boolean beginTotp(UUID user, byte[] sealed) {
        return jdbc.sql(SQL.get("beginTotp"))
                        .param("id", user.toString())
                        .param("secret", sealed)
                        .update()
                == 1;
    }

    OptionalInt confirmTotp(UUID user, long step) {
        return version(
                jdbc.sql(SQL.get("confirmTotp")).param("id", user.toString()).param("step", step));
    }

    /** False when this code or a later one was taken already. */
    boolean useTotpStep(UUID user, long step) {
        return jdbc.sql(SQL.get("useTotpStep"))
                        .param("id", user.toString())
                        .param("step", step)
                        .update()
                == 1;
    }

    OptionalInt removeTotp(UUID user) {
        return version(jdbc.sql(SQL.get("removeTotp")).param("id", user.toString()));
    }

    void replaceCodes(UUID user, List<byte[]> hashes) {
        jdbc.sql(CODES.get("removeCodes")).param("user", user.toString()).update();
        if (!hashes.isEmpty()) {
            jdbc.sql(CODES.get("insertCode"))
                    .param("user", user.toString())
                    .param("hashes", hashes.toArray(byte[][]::new))
                    .update();
        }
    }

    /** Of two who use it at once, one gets true. */
    boolean useCode(UUID user, byte[] hash) {
        return jdbc.sql(CODES.get("useCode"))
                        .param("user", user.toString())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    int codesLeft(UUID user) {
        return jdbc.sql(CODES.get("codesLeft"))
                .param("user", user.toString())
                .query(Integer.class)
                .single();
    }

    private static OptionalInt version(JdbcClient.StatementSpec statement) {
        return statement.query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        return new Credentials(
                row.getObject("id", UUID.class),
                vendor == null ? null : new VendorCode(vendor),
                Status.valueOf(row.getString("status")),
                row.getBoolean("locked_out"),
                row.getString("password_hash"),
                row.getBytes("totp_secret"),
                row.getBoolean("totp_confirmed"),
                row.getLong("totp_last_step"),
                row.getLong("now_seconds"));
    }
}
