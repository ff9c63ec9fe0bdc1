package io.braid.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One embedded PostgreSQL per test JVM, below {@code target}, with the schema migrated once; every test database is a
 * copy of that one. Tests outside this package use {@code TestDatabase} and {@code BraidUnderTest}.
 */
public final class TestServer {
    private static final int FOLDERS_MAX = 16;
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final TestServer SHARED = new TestServer();

    private final OpenDatabase database;

    private TestServer() {
        EmbeddedPostgres embedded = EmbeddedPostgres.start(freeFolder());
        SpringApplication.getShutdownHandlers().add(embedded::close);
        JdbcClient postgres =
                JdbcClient.create(embedded.url().withDatabase("postgres").source(""));
        List<String> left = postgres.sql(
                        "select datname from pg_database where not datistemplate and datname <> 'postgres'")
                .query(String.class)
                .list();
        left.forEach(name -> postgres.sql("drop database \"" + name + "\"").update());
        OwnerStore owner = new OwnerStore(embedded.url());
        owner.createDatabase();
        Roles roles = Roles.of(embedded.url(), EmbeddedPostgres.DATABASE);
        int version = owner.prepare(roles);
        Migrations.run(roles);
        database = new OpenDatabase(roles, version, embedded);
    }

    public static TestServer shared() {
        return SHARED;
    }

    /** A new database with today's schema and no rows. */
    public String copy() {
        String name = "test_" + COPIES.incrementAndGet();
        template1()
                .sql("create database " + name + " template " + EmbeddedPostgres.DATABASE)
                .update();
        return name;
    }

    public DataSource app(String name) {
        Roles roles = database.roles();
        return pool(roles.url(roles.app()).withDatabase(name));
    }

    public DataSource vendor(String name) {
        Roles roles = database.roles();
        return pool(roles.url(roles.vendor()).withDatabase(name));
    }

    public DataSource owner(String name) {
        return database.roles().owner().withDatabase(name).source("");
    }

    /** The whole application, in this JVM, on a free port, over the named database. */
    public ConfigurableApplicationContext start(String name, Clock clock, Map<String, String> environment) {
        Settings settings = Settings.of(environment)
                .with(Setting.BRAID_PORT, "0")
                .with(Setting.BRAID_DATABASE_URL, url(name))
                .with(Setting.BRAID_DATABASE_ROLES, EmbeddedPostgres.DATABASE);
        OpeningDatabase opening = new OpeningDatabase(CompletableFuture.completedFuture(OpenDatabase.start(settings)));
        SpringApplication spring = Application.of(settings, opening);
        spring.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        return spring.run();
    }

    /** What a Braid in another process needs to run over the named database. */
    Map<String, String> environment(String name) {
        return Map.of(
                Setting.BRAID_DATABASE_URL.name(),
                url(name),
                Setting.BRAID_DATABASE_ROLES.name(),
                EmbeddedPostgres.DATABASE);
    }

    private String url(String name) {
        DatabaseUrl owner = database.roles().owner().withDatabase(name);
        return owner.address().replace("jdbc:postgresql://", "postgresql://braid:" + owner.password() + "@");
    }

    private JdbcClient template1() {
        return JdbcClient.create(
                database.roles().owner().withDatabase("postgres").source(""));
    }

    /** Few connections that stay: a test run opens many databases on one server. */
    private HikariDataSource pool(DatabaseUrl url) {
        HikariConfig config = Pools.config("test", url, 10, database.version());
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** Two test runs may share {@code target}; each takes a folder that nobody holds. */
    private static DataFolder freeFolder() {
        return IntStream.range(0, FOLDERS_MAX)
                .mapToObj(number ->
                        DataFolder.open(Path.of("target/test-server-" + number).toAbsolutePath()))
                .filter(folder -> !folder.isLocked())
                .findFirst()
                .orElseThrow();
    }
}
