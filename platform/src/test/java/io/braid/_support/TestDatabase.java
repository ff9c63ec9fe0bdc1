package io.braid._support;

import io.braid.app.TestServer;
import javax.sql.DataSource;

/**
 * A real PostgreSQL database for one test class: today's schema, no rows, the same roles and limits as in production.
 *
 * @param app the application's role
 * @param vendor the role of requests made by vendors, behind row security
 * @param owner for arranging and looking, past every wall; not pooled
 */
public record TestDatabase(String name, DataSource app, DataSource vendor, DataSource owner) {
    public static TestDatabase freshDatabase() {
        TestServer server = TestServer.shared();
        String name = server.copy();
        return new TestDatabase(name, server.app(name), server.vendor(name), server.owner(name));
    }
}
