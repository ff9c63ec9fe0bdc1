package io.braid.app;

import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schema to the version of this build, as the owner. Instances that start together wait for one another. */
final class Migrations {
    private Migrations() {}

    static void run(Roles roles) {
        DatabaseUrl owner = roles.owner();
        // A busy table must not stop its readers for long.
        DataSource source = owner.source("-c lock_timeout=10s -c TimeZone=UTC");
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .placeholders(Map.of("app_role", roles.app(), "vendor_role", roles.vendor()))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new StartRefused(
                    "the database " + owner.shown() + " was made by another build of Braid: "
                            + String.valueOf(e.getMessage()).lines().limit(2).collect(Collectors.joining(" ")),
                    "Start the build that made it, or begin with an empty database (another BRAID_DATA).",
                    e);
        } catch (FlywayException e) {
            throw new StartRefused(
                    "the schema of " + owner.shown() + " cannot be brought up to date: " + e.getMessage(),
                    "Nothing was half done: each migration is one transaction. Report the message above.",
                    e);
        }
    }
}
