package io.braid.access;

import io.braid.access.Session.Visit;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code user_session}; what has expired is decided by the database's clock. */
final class SessionStore {
    private static final Sql SQL = Sql.of("access/session");
    private static final String FIND = SQL.get("find");

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session that opens now, with what its user may be asked for. */
    record Found(
            UUID id,
            UUID user,
            @Nullable VendorCode vendor,
            String name,
            List<String> roles,
            Set<LocationCode> locations,
            String factors,
            boolean stale,
            boolean fresh) {}

    /** How long sessions live. */
    record Lives(Duration idle, Duration absolute, Duration fresh) {}

    /** A session to be. */
    record Draft(UUID id, UUID user, String factors, Visit visit) {}

    void insert(Draft draft, String token, Lives lives) {
        jdbc.sql(SQL.get("insert"))
                .param("id", draft.id().toString())
                .param("hash", Secret.hash(token))
                .param("user", draft.user().toString())
                .param("factors", draft.factors())
                .param("source", draft.visit().source())
                .param("userAgent", draft.visit().userAgent())
                .param("absoluteSeconds", lives.absolute().toSeconds())
                .update();
    }

    Optional<Found> find(byte[] tokenHash, Lives lives) {
        return jdbc.sql(FIND)
                .param(lives.fresh().toSeconds())
                .param(tokenHash)
                .param(lives.idle().toSeconds())
                .query((row, n) -> found(row))
                .optional();
    }

    void seen(UUID id) {
        jdbc.sql(SQL.get("seen")).param("id", id.toString()).update();
    }

    /** Those that open now, newest first. */
    List<Session> list(UUID user, Lives lives) {
        return jdbc.sql(SQL.get("list"))
                .param("user", user.toString())
                .param("idleSeconds", lives.idle().toSeconds())
                .query((row, n) -> session(row))
                .list();
    }

    boolean end(UUID id, UUID user) {
        return jdbc.sql(SQL.get("end"))
                        .param("id", id.toString())
                        .param("user", user.toString())
                        .update()
                == 1;
    }

    /** Those that were ended; the one that stays may be none. */
    List<UUID> endAll(UUID user, @Nullable UUID except) {
        return jdbc.sql(SQL.get("endAll"))
                .param("user", user.toString())
                .param("except", except == null ? null : except.toString())
                .query(UUID.class)
                .list();
    }

    /** Whether this user has signed in from there within a month. */
    boolean knowsSource(UUID user, String source) {
        return jdbc.sql(SQL.get("knowsSource"))
                .param("user", user.toString())
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    int forget() {
        return jdbc.sql(SQL.get("forget")).update();
    }

    private static Found found(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                vendor == null ? null : new VendorCode(vendor),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                Set.copyOf(UserStore.locations(row)),
                row.getString("factors"),
                row.getBoolean("stale"),
                row.getBoolean("fresh"));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("factors"),
                row.getString("source"),
                row.getString("user_agent"),
                instant(row, "created_at"),
                instant(row, "authenticated_at"),
                instant(row, "last_seen_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
