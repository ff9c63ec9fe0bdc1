package io.braid.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections of the application: few, never the owner's, and with a limit on everything that could wait. */
final class Pools {
    private static final int TRANSACTION_TIMEOUT_SINCE = 17;

    private Pools() {}

    static HikariDataSource open(String name, DatabaseUrl url, int connectionsMax, int version) {
        return new HikariDataSource(config(name, url, connectionsMax, version));
    }

    static HikariConfig config(String name, DatabaseUrl url, int connectionsMax, int version) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url.address());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "20"); // seconds; above the statement's own limit
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", limits(version));
        return config;
    }

    private static String limits(int version) {
        String limits = "-c lock_timeout=2s -c statement_timeout=15s -c idle_in_transaction_session_timeout=10s";
        return version >= TRANSACTION_TIMEOUT_SINCE ? limits + " -c transaction_timeout=30s" : limits;
    }
}
