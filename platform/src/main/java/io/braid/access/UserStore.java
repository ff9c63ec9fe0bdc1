package io.braid.access;

import io.braid.access.User.Status;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code user_account}, without what proves who somebody is: that is {@link CredentialStore}'s. */
final class UserStore {
    private static final Sql SQL = Sql.of("access/user");

    private final JdbcClient jdbc;
    private final VendorReads vendorReads;

    UserStore(JdbcClient jdbc, VendorReads vendorReads) {
        this.jdbc = jdbc;
        this.vendorReads = vendorReads;
    }

    /** False when the address is taken. */
    boolean insert(User user, @Nullable String passwordHash) {
        boolean inserted = jdbc.sql(SQL.get("insert"))
                        .param("id", user.id().toString())
                        .param("vendor", text(user.vendor()))
                        .param("email", user.email())
                        .param("name", user.name())
                        .param("roles", user.roles().toArray(String[]::new))
                        .param("status", user.status().name())
                        .param("passwordHash", passwordHash)
                        .param("at", user.createdAt().toString())
                        .update()
                == 1;
        if (inserted) {
            post(user);
        }
        return inserted;
    }

    Optional<User> find(UUID id) {
        return one("find", id);
    }

    /** Until the transaction ends nobody else changes it. */
    Optional<User> lock(UUID id) {
        return one("lock", id);
    }

    private Optional<User> one(String statement, UUID id) {
        return jdbc.sql(SQL.get(statement))
                .param("id", id.toString())
                .query((row, n) -> user(row))
                .optional();
    }

    List<User> list(Users.Filter filter, @Nullable UUID after, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("everybody", filter.whose() == Users.Whose.EVERYBODY)
                .param("vendor", text(filter.vendor()))
                .param("email", filter.email() == null ? null : filter.email().text())
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, n) -> user(row))
                .list();
    }

    /** On the vendor's own connection. */
    List<User> list(VendorScope scope, @Nullable UUID after, int limit) {
        return vendorReads.as(
                scope,
                vendorJdbc -> vendorJdbc
                        .sql(SQL.get("listOwn"))
                        .param("vendor", scope.vendor().text())
                        .param("after", after == null ? null : after.toString())
                        .param("limit", limit)
                        .query((row, n) -> user(row))
                        .list());
    }

    /** The user as it shall be, one version on; false when somebody was faster. */
    boolean change(User next) {
        boolean changed = jdbc.sql(SQL.get("change"))
                        .param("id", next.id().toString())
                        .param("version", next.version() - 1)
                        .param("name", next.name())
                        .param("email", next.email())
                        .param("roles", next.roles().toArray(String[]::new))
                        .param("status", next.status().name())
                        .update()
                == 1;
        if (changed) {
            post(next);
        }
        return changed;
    }

    private void post(User user) {
        String[] locations = user.locations().stream().map(LocationCode::text).toArray(String[]::new);
        for (String statement : List.of("leave", "post")) {
            jdbc.sql(SQL.get(statement))
                    .param("id", user.id().toString())
                    .param("locations", locations)
                    .update();
        }
    }

    /** The version after something that stands in another table. */
    int touch(UUID id) {
        return jdbc.sql(SQL.get("touch"))
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    boolean anyOperator() {
        return jdbc.sql(SQL.get("anyOperator")).query(Boolean.class).single();
    }

    boolean someoneHasRole(Portal portal, String role) {
        return jdbc.sql(SQL.get("someoneHasRole"))
                .param("portal", portal.name())
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    /** Whether he has something to sign in with: a password, a passkey, or an identity elsewhere. */
    boolean hasProof(UUID id) {
        return jdbc.sql(SQL.get("hasProof"))
                .param("id", id.toString())
                .query(Boolean.class)
                .single();
    }

    /** How many others of the same vendor, or of the operator, are active with one of these roles. */
    int otherAdministrators(User user, List<String> roles) {
        return jdbc.sql(SQL.get("otherAdministrators"))
                .param("vendor", text(user.vendor()))
                .param("id", user.id().toString())
                .param("roles", roles.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** The door's version, empty when it was locked before. */
    OptionalInt lockDoor(VendorCode vendor, Instant at) {
        return turned("lockDoor", vendor, at);
    }

    OptionalInt unlockDoor(VendorCode vendor, Instant at) {
        return turned("unlockDoor", vendor, at);
    }

    private OptionalInt turned(String statement, VendorCode vendor, Instant at) {
        return jdbc
                .sql(SQL.get(statement))
                .param("vendor", vendor.text())
                .param("at", at.toString())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static @Nullable String text(@Nullable VendorCode vendor) {
        return vendor == null ? null : vendor.text();
    }

    static List<LocationCode> locations(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("locations").getArray())
                .map(LocationCode::new)
                .toList();
    }

    private static User user(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        return new User(
                row.getObject("id", UUID.class),
                vendor == null ? null : new VendorCode(vendor),
                row.getString("email"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                locations(row),
                Status.valueOf(row.getString("status")),
                row.getBoolean("totp_confirmed"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
