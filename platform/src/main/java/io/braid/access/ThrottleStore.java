package io.braid.access;

import io.braid.store.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code proof_throttle}. */
final class ThrottleStore {
    private static final Sql SQL = Sql.of("access/proof");

    private final JdbcClient jdbc;

    ThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts an attempt before it is made; false while earlier ones still block. */
    boolean claim(byte[] name, int free, int longestSeconds) {
        return !jdbc.sql(SQL.get("claim"))
                .param("hash", name)
                .param("free", free)
                .param("longest", longestSeconds)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    int waitingSeconds(byte[] name) {
        return jdbc.sql(SQL.get("waiting"))
                .param("hash", name)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    void forgive(byte[] name) {
        jdbc.sql(SQL.get("forgive")).param("hash", name).update();
    }

    int forget() {
        return jdbc.sql(SQL.get("forget")).update();
    }
}
