package io.braid.access;

import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code role}: those that the operator made. */
final class RoleStore {
    private static final Sql SQL = Sql.of("access/role");

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row's version, empty when the code is taken. */
    OptionalInt insert(Role role, Instant at) {
        return version(jdbc.sql(SQL.get("insert"))
                .param("portal", role.portal().name())
                .param("code", role.code())
                .param("name", role.name())
                .param("permissions", sorted(role.permissions()))
                .param("at", at.toString()));
    }

    List<Role> list(Portal portal) {
        return jdbc.sql(SQL.get("list"))
                .param("portal", portal.name())
                .query((row, n) -> role(row))
                .list();
    }

    /** Empty when it is gone, or at another version than expected. */
    OptionalInt change(Role role, @Nullable Integer expected) {
        return version(jdbc.sql(SQL.get("change"))
                .param("portal", role.portal().name())
                .param("code", role.code())
                .param("name", role.name())
                .param("permissions", sorted(role.permissions()))
                .param("expected", expected));
    }

    OptionalInt remove(Portal portal, String code, Instant at) {
        return version(jdbc.sql(SQL.get("remove"))
                .param("portal", portal.name())
                .param("code", code)
                .param("at", at.toString()));
    }

    private static OptionalInt version(JdbcClient.StatementSpec statement) {
        return statement.query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static String[] sorted(Set<String> permissions) {
        return permissions.stream().sorted().toArray(String[]::new);
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                Portal.valueOf(row.getString("portal")),
                row.getString("code"),
                row.getString("name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                false,
                row.getInt("version"));
    }
}
