package io.braid.app;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A database that is reachable, fit, migrated and has its roles. Closing it stops the embedded server when this process
 * started it; a server that another process runs is left alone.
 */
record OpenDatabase(Roles roles, int version, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    /** For the application: takes the data folder for itself. */
    static OpenDatabase start(Settings settings) {
        if (settings.databaseUrl().isPresent()) {
            return prepared(settings, settings.databaseUrl().get(), null);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(DataFolder.open(settings.dataFolder()));
        try {
            OwnerStore owner = new OwnerStore(embedded.url());
            if (!owner.databaseExists()) {
                owner.createDatabase();
            }
            return prepared(settings, embedded.url(), embedded);
        } catch (StartRefused e) {
            embedded.close();
            throw e;
        }
    }

    /** For a check beside the application: joins the running server, or starts it when nobody has. */
    static OpenDatabase join(Settings settings) {
        DataFolder folder = DataFolder.open(settings.dataFolder());
        if (settings.databaseUrl().isEmpty() && folder.isLocked()) {
            DatabaseUrl owner = EmbeddedPostgres.running(folder);
            return new OpenDatabase(
                    Roles.of(owner, settings.rolePrefix(owner.database())), OwnerStore.VERSION_MIN, null);
        }
        return start(settings);
    }

    /** Waits until the embedded server is gone, true when nobody asked it to; an external server is not watched. */
    boolean awaitLoss() {
        return embedded == null ? new CompletableFuture<Boolean>().join() : embedded.awaitLoss();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static OpenDatabase prepared(Settings settings, DatabaseUrl owner, @Nullable EmbeddedPostgres embedded) {
        Roles roles = Roles.of(owner, settings.rolePrefix(owner.database()));
        int version = new OwnerStore(owner).prepare(roles);
        Migrations.run(roles);
        return new OpenDatabase(roles, version, embedded);
    }
}
