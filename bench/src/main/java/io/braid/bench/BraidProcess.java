package io.braid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Braid as a person starts it, {@code ./braid run}, on a data folder of its own that is gone afterwards. */
final class BraidProcess implements AutoCloseable {
    static final String KEY = "bench-operator-key-0123456789";

    private static final Pattern READY = Pattern.compile("Braid is ready on http://127\\.0\\.0\\.1:([0-9]+) .*");

    private final Path script;
    private final Path folder;
    private final Process process;
    private final int port;

    private BraidProcess(Path script, Path folder) throws IOException {
        this.script = script;
        this.folder = folder;
        this.process = command("run").redirectErrorStream(true).start();
        this.port = awaitReady();
    }

    static BraidProcess start(Path home) throws IOException {
        return new BraidProcess(home.resolve("braid"), Files.createTempDirectory("braid-bench"));
    }

    private ProcessBuilder command(String... words) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Arrays.stream(words))
                .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("BRAID_"));
        builder.environment().put("BRAID_DATA", folder.toString());
        builder.environment().put("BRAID_PORT", "0");
        builder.environment().put("BRAID_API_KEY", KEY);
        return builder;
    }

    /** Waits for the line that tells the port, and goes on showing what the process says. */
    private int awaitReady() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(System.err::println));
                return Integer.parseInt(ready.group(1));
            }
            System.err.println(line);
        }
        throw new IOException("Braid ended before it was ready");
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    /** The application alone: the database's server is a child of its own. */
    ProcessTree application() {
        return ProcessTree.single(process.pid());
    }

    ProcessTree postgres() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessTree.withChildren(Long.parseLong(pid.strip()));
    }

    /** The embedded server's owner, who may tidy up what no role of the application could. */
    String ownerUrl() throws IOException {
        return ownerUrl(folder);
    }

    static String ownerUrl(Path folder) throws IOException {
        String databasePort = Files.readString(folder.resolve("postgres.port")).strip();
        String password = Files.readString(folder.resolve("postgres.password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/braid?user=braid&password=" + password;
    }

    /** Runs a command of the script beside the running Braid; answers what it said, and the exit code in front. */
    List<String> beside(String word) throws IOException, InterruptedException {
        Process check = command(word).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(check.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = said.lines().toList();
            return Stream.concat(Stream.of(Integer.toString(check.waitFor())), lines.stream())
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
