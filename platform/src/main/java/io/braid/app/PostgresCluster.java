package io.braid.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded server: made once, and cleared before each start of what a crash may have left behind. Only
 * the holder of the data folder's lock may touch them.
 */
final class PostgresCluster {
    private static final int PASSWORD_BYTES = 32;
    private static final int STATUS_LINE = 7; // of postmaster.pid, counted from 0

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final Account account;
    private final Path pidFile;

    PostgresCluster(DataFolder folder, PostgresBinaries binaries, Account account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
        this.pidFile = folder.cluster().resolve("postmaster.pid");
    }

    /** Made beside its place and then moved there, so that a crash half way leaves nothing that looks finished. */
    void create() throws IOException {
        Path cluster = folder.cluster();
        account.give(binaries.folder(), folder.lockFile());
        if (Files.exists(cluster)) {
            checkVersion();
            account.mustReach(binaries.folder(), cluster);
            return;
        }
        Path fresh = cluster.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(fresh);
        Files.createDirectory(fresh);
        DataFolder.write(folder.passwordFile(), secret());
        account.give(fresh, folder.passwordFile());
        account.mustReach(binaries.folder(), fresh);
        Programs made = Programs.run(account.command(List.of(
                binaries.program("initdb"),
                "-D",
                fresh.toString(),
                "-U",
                EmbeddedPostgres.OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                folder.passwordFile().toString(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums")));
        if (!made.succeeded()) {
            throw new StartRefused("the embedded database cannot be created: " + made.said(), "See the message above.");
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * After a crash a server may still be stopping, or may have lost its watchdog: it is stopped in order. A file left
     * by a server that is gone and whose number now belongs to some other program would keep ours from starting: it is
     * removed.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> holder = holder();
        if (holder.isEmpty()) {
            return;
        }
        if (isServer(holder.get())) {
            Programs.run(account.command(List.of(
                    binaries.program("pg_ctl"),
                    "-D",
                    folder.cluster().toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "120",
                    "stop")));
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** The server writes its state into its pid file, which costs less than trying to connect. */
    boolean isReady() {
        List<String> lines = pidLines();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready") && holder().isPresent();
    }

    private Optional<ProcessHandle> holder() {
        List<String> lines = pidLines();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private List<String> pidLines() {
        try {
            return Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        } catch (IOException e) {
            return List.of(); // being written or removed at this moment
        }
    }

    private boolean isServer(ProcessHandle process) {
        String command = process.info().command().orElse("");
        String arguments = String.join(" ", process.info().arguments().orElse(new String[0]));
        return command.contains("postgres")
                && (arguments.isEmpty() || arguments.contains(folder.cluster().toString()));
    }

    private void checkVersion() throws IOException {
        Path file = folder.cluster().resolve("PG_VERSION");
        String data = DataFolder.read(file).orElse("none");
        Programs asked = Programs.run(List.of(binaries.program("postgres"), "--version"));
        if (asked.succeeded() && !asked.said().matches(".*\\) " + data + "[.a-z].*")) {
            throw new StartRefused(
                    "the database in " + folder.cluster() + " was written by PostgreSQL " + data
                            + ", and this Braid brings \"" + asked.said() + "\".",
                    "Run the Braid that wrote it and make a backup there, then restore the backup with this one.");
        }
    }

    private static String secret() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
