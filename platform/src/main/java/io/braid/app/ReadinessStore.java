package io.braid.app;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database answers at this moment. */
final class ReadinessStore {
    private final DataSource source;

    ReadinessStore(DataSource source) {
        this.source = source;
    }

    boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
