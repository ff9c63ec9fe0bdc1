package io.braid.access;

import io.braid.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code user_link}. */
final class LinkStore {
    private static final Sql SQL = Sql.of("access/link");

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link is good for. */
    enum Purpose {
        INVITATION,
        PASSWORD_RESET
    }

    /** A link as it is kept: everything but what makes it work. */
    record Link(UUID id, UUID user, Instant expiresAt, boolean spent, boolean expired) {}

    void insert(Link link, String token, Purpose purpose, Duration good) {
        jdbc.sql(SQL.get("insert"))
                .param("id", link.id().toString())
                .param("hash", Secret.hash(token))
                .param("user", link.user().toString())
                .param("purpose", purpose.name())
                .param("seconds", good.toSeconds())
                .update();
    }

    Optional<Link> find(String token, Purpose purpose) {
        return jdbc.sql(SQL.get("find"))
                .param("hash", Secret.hash(token))
                .param("purpose", purpose.name())
                .query((row, n) -> new Link(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("used") || row.getBoolean("revoked"),
                        row.getBoolean("expired")))
                .optional();
    }

    /** Of two who use it at once, one gets true. */
    boolean use(UUID id) {
        return jdbc.sql(SQL.get("use")).param("id", id.toString()).update() == 1;
    }

    /** Whether there was one to take back. */
    boolean revoke(UUID user, Purpose purpose) {
        return jdbc.sql(SQL.get("revoke"))
                        .param("user", user.toString())
                        .param("purpose", purpose.name())
                        .update()
                > 0;
    }

    /** How many were made for this user within the hour. */
    int recent(UUID user, Purpose purpose) {
        return jdbc.sql(SQL.get("recent"))
                .param("user", user.toString())
                .param("purpose", purpose.name())
                .query(Integer.class)
                .single();
    }

    int forget() {
        return jdbc.sql(SQL.get("forget")).update();
    }
}
