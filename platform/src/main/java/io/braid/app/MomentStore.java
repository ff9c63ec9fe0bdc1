package io.braid.app;

import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database what time it is. */
final class MomentStore {
    private final JdbcClient jdbc;

    MomentStore(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
