package io.braid.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL beside Braid, on 127.0.0.1 alone, with its data in the data folder and with every safety of a
 * server on: fsync, full page writes, checksums, passwords. One Braid per data folder. However Braid ends, the server
 * ends with it: a watchdog holds the other end of a pipe and stops the server when the pipe closes. It is not for high
 * availability; for that there is {@code BRAID_DATABASE_URL}.
 */
final class EmbeddedPostgres implements AutoCloseable {
    static final String OWNER = "braid";
    static final String DATABASE = "braid";

    private static final Duration READY_MAX = Duration.ofMinutes(10); // recovery after a crash may replay much
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final long LOG_BYTES_MAX = 16L << 20;

    /** In a session of its own, so that a signal to Braid's process group does not reach the server. */
    private static final String WATCHDOG = """
            exec 3<&0 </dev/null
            "$@" 3<&- & P=$!
            (cat <&3 >/dev/null 2>&1; kill -INT $P 2>/dev/null) & W=$!
            exec 3<&-
            wait $P; R=$?
            kill $W 2>/dev/null
            exit $R
            """;

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_connections=60",
            "superuser_reserved_connections=3",
            "shared_buffers=192MB",
            "effective_cache_size=768MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "wal_compression=on",
            "min_wal_size=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off",
            "io_method=sync", // without it three more processes on a small machine
            "max_parallel_workers_per_gather=0",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=warning");

    private final DataFolder folder;
    private final FileChannel lock;
    private final Process watchdog;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder folder, FileChannel lock, Process watchdog) {
        this.folder = folder;
        this.lock = lock;
        this.watchdog = watchdog;
    }

    /** Takes the lock, so it refuses when another Braid holds it. */
    static EmbeddedPostgres start(DataFolder folder) {
        FileChannel lock = folder.lock().orElseThrow(folder::inUse);
        try {
            Account account = Account.choose(folder.cluster());
            PostgresBinaries binaries = PostgresBinaries.unpacked(account.cache(folder.root()));
            PostgresCluster cluster = new PostgresCluster(folder, binaries, account);
            cluster.create();
            cluster.stopOrphan();
            int port = port(folder);
            Process watchdog = launch(folder, account.command(server(binaries, folder, port)));
            EmbeddedPostgres started = new EmbeddedPostgres(folder, lock, watchdog);
            started.awaitReady(cluster);
            return started;
        } catch (IOException e) {
            DataFolder.release(lock);
            throw new UncheckedIOException(e);
        } catch (StartRefused e) {
            DataFolder.release(lock);
            throw e;
        }
    }

    /** The server that another process runs on this folder. */
    static DatabaseUrl running(DataFolder folder) {
        String port = DataFolder.read(folder.portFile()).orElseThrow(folder::inUse);
        String password = DataFolder.read(folder.passwordFile()).orElseThrow(folder::inUse);
        return DatabaseUrl.local(Integer.parseInt(port), DATABASE, OWNER, password);
    }

    DatabaseUrl url() {
        return running(folder);
    }

    /** Waits until the server is gone; false when it was asked to go. */
    boolean awaitLoss() {
        watchdog.onExit().join();
        return !closing;
    }

    /** Stops the server in order: sessions are ended, everything is written, the next start needs no recovery. */
    @Override
    public void close() {
        closing = true;
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            DataFolder.release(lock);
        }
    }

    private void awaitReady(PostgresCluster cluster) throws IOException {
        long start = System.nanoTime();
        while (!cluster.isReady()) {
            if (ended() || System.nanoTime() - start > READY_MAX.toNanos()) {
                close();
                throw new StartRefused(
                        "the embedded PostgreSQL does not start. Its last words:" + System.lineSeparator()
                                + lastWords(folder.serverLog()),
                        "See the end of " + folder.serverLog() + ".");
            }
        }
    }

    private boolean ended() {
        try {
            return watchdog.waitFor(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static List<String> server(PostgresBinaries binaries, DataFolder folder, int port) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", folder.cluster().toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private static Process launch(DataFolder folder, List<String> server) throws IOException {
        Path log = folder.serverLog();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>();
        if (Programs.run(List.of("setsid", "true")).succeeded()) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", WATCHDOG, "pgwatch"));
        command.addAll(server);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Programs.withoutServerVariables(builder);
        return builder.start();
    }

    /** The port of the last time, so that a tool pointed at it keeps working; another one when it is taken. */
    private static int port(DataFolder folder) throws IOException {
        Optional<Integer> last = DataFolder.read(folder.portFile()).map(Integer::parseInt);
        int port = last.filter(EmbeddedPostgres::isFree).orElse(0);
        if (port == 0) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = any.getLocalPort();
            }
            DataFolder.write(folder.portFile(), Integer.toString(port));
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
