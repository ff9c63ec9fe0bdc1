package io.braid.access;

import io.braid.access.IdentityProvider.Identity;
import io.braid.store.Sql;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code user_identity}. */
final class IdentityStore {
    private static final Sql SQL = Sql.of("access/identity");

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> find(Identity identity) {
        return jdbc.sql(SQL.get("find"))
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional();
    }

    /** False when the subject is somebody's already. */
    boolean link(Identity identity, UUID user) {
        return jdbc.sql(SQL.get("link"))
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("user", user.toString())
                        .update()
                == 1;
    }

    /** The user's version after it; an invited one is active now. */
    OptionalInt activate(UUID user) {
        return jdbc.sql(SQL.get("activate")).param("user", user.toString()).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
