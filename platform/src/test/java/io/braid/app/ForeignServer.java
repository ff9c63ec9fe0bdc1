package io.braid.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL that Braid did not start: the oldest supported one where the machine has it (Debian's), else the
 * embedded binaries started by hand.
 */
final class ForeignServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15/bin");

    private final DatabaseUrl admin;
    private final List<String> stop;

    private ForeignServer(DatabaseUrl admin, List<String> stop) {
        this.admin = admin;
        this.stop = stop;
    }

    static ForeignServer start(Path folder) {
        try {
            Path cluster = folder.resolve("foreign");
            Path secret = folder.resolve("secret");
            Files.writeString(secret, "secret");
            Account account = Account.choose(cluster);
            Path bin = Files.isExecutable(DEBIAN.resolve("initdb"))
                    ? DEBIAN
                    : PostgresBinaries.unpacked(account.cache(folder)).folder().resolve("bin");
            Files.createDirectory(cluster);
            account.give(cluster, secret);
            succeed(account.command(List.of(
                    bin.resolve("initdb").toString(),
                    "-D",
                    cluster.toString(),
                    "-U",
                    "admin",
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    secret.toString(),
                    "-E",
                    "UTF8",
                    "--locale=C")));
            int port = freePort();
            String options = "-p " + port + " -h 127.0.0.1 -k ''";
            Path log = cluster.resolve("server.log");
            succeed(account.command(List.of(
                    bin.resolve("pg_ctl").toString(),
                    "-D",
                    cluster.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options,
                    "-w",
                    "start")));
            List<String> stop = account.command(List.of(
                    bin.resolve("pg_ctl").toString(), "-D", cluster.toString(), "-m", "immediate", "-w", "stop"));
            return new ForeignServer(DatabaseUrl.local(port, "postgres", "admin", "secret"), stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseUrl admin() {
        return admin;
    }

    /** As an operator would write it. */
    String url(String user, String database) {
        return admin.withDatabase(database)
                .address()
                .replace("jdbc:postgresql://", "postgresql://" + user + ":secret@");
    }

    String version() {
        return JdbcClient.create(admin.source(""))
                .sql("select version()")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        succeed(stop);
    }

    private static void succeed(List<String> command) {
        Programs done = Programs.run(command);
        if (!done.succeeded()) {
            throw new AssertionError(command + ": " + done.said());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
