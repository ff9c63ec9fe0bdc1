package io.braid.access;

import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code api_key}. */
final class ApiKeyStore {
    private static final Sql SQL = Sql.of("access/api_key");
    private static final String FIND_BY_HASH = SQL.get("findByHash");

    private final JdbcClient jdbc;
    private final VendorReads vendorReads;

    ApiKeyStore(JdbcClient jdbc, VendorReads vendorReads) {
        this.jdbc = jdbc;
        this.vendorReads = vendorReads;
    }

    /** False when a key with this hash is there already. */
    boolean insert(ApiKey key, byte[] hash) {
        return jdbc.sql(SQL.get("insert"))
                        .param("id", key.id().toString())
                        .param("name", key.name())
                        .param(
                                "vendor",
                                key.vendor() == null ? null : key.vendor().text())
                        .param("prefix", key.prefix())
                        .param("hash", hash)
                        .param("scopes", key.scopes().stream().sorted().toArray(String[]::new))
                        .param("createdAt", key.createdAt().toString())
                        .param(
                                "expiresAt",
                                key.expiresAt() == null ? null : key.expiresAt().toString())
                        .update()
                == 1;
    }

    Optional<ApiKey> findByHash(byte[] hash) {
        return jdbc.sql(FIND_BY_HASH).param(hash).query((row, n) -> apiKey(row)).optional();
    }

    List<ApiKey> list(@Nullable VendorCode vendor, @Nullable UUID after, int limit) {
        return list(jdbc, vendor, after, limit);
    }

    /** On the vendor's own connection. */
    List<ApiKey> list(VendorScope scope, @Nullable UUID after, int limit) {
        return vendorReads.as(scope, own -> list(own, scope.vendor(), after, limit));
    }

    private static List<ApiKey> list(JdbcClient jdbc, @Nullable VendorCode vendor, @Nullable UUID after, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", vendor == null ? null : vendor.text())
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, n) -> apiKey(row))
                .list();
    }

    /** The version after it, empty when there was nothing left to revoke; of that vendor alone, when there is one. */
    OptionalInt revoke(UUID id, @Nullable VendorCode of, Instant at) {
        return jdbc
                .sql(SQL.get("revoke"))
                .param("id", id.toString())
                .param("vendor", of == null ? null : of.text())
                .param("at", at.toString())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    boolean exists(UUID id, @Nullable VendorCode of) {
        return jdbc.sql(SQL.get("exists"))
                .param("id", id.toString())
                .param("vendor", of == null ? null : of.text())
                .query(Boolean.class)
                .single();
    }

    boolean anyOperatorKey() {
        return jdbc.sql(SQL.get("any")).query(Boolean.class).single();
    }

    private static ApiKey apiKey(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                vendor == null ? null : new VendorCode(vendor),
                row.getString("prefix"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
