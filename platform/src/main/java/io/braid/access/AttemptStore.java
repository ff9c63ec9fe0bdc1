package io.braid.access;

import io.braid.store.Sql;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code sign_in_attempt}: what was begun and can be ended once, within minutes. */
final class AttemptStore {
    private static final Sql SQL = Sql.of("access/proof");
    private static final Duration GOOD = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was kept when it began. */
    record Begun(@Nullable UUID user, byte[] content) {}

    /** Answers the token that ends it. */
    String begin(String purpose, @Nullable UUID user, byte[] content) {
        String token = Secret.make();
        jdbc.sql(SQL.get("begin"))
                .param("hash", Secret.hash(token))
                .param("purpose", purpose)
                .param("user", user == null ? null : user.toString())
                .param("content", content)
                .param("seconds", GOOD.toSeconds())
                .update();
        return token;
    }

    /** Empty when it is not known, too old, or was ended before. */
    Optional<Begun> end(String purpose, String token) {
        return jdbc
                .sql(SQL.get("end"))
                .param("hash", Secret.hash(token))
                .param("purpose", purpose)
                .query((row, n) -> row.getBoolean("good")
                        ? Optional.of(new Begun(row.getObject("user_id", UUID.class), row.getBytes("content")))
                        : Optional.<Begun>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    int forget() {
        return jdbc.sql(SQL.get("forgetAttempts")).update();
    }
}
