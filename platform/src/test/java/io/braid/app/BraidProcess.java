package io.braid.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Braid in a JVM of its own, as an operator would start it, so that a test may kill it. */
final class BraidProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Braid is ready on http://127\\.0\\.0\\.1:(\\d+) ");
    private static final Duration START_MAX = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private BraidProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts and does not wait. */
    static BraidProcess start(Path data, Map<String, String> environment, String... arguments) throws IOException {
        Path output = Files.createTempFile(data.getParent(), "braid", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.braid.app.Braid"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BRAID_"));
        builder.environment().put("BRAID_DATA", data.toString());
        builder.environment().put("BRAID_PORT", "0");
        builder.environment().putAll(environment);
        return new BraidProcess(builder.start(), output);
    }

    /** Starts and waits until it is ready. */
    static BraidProcess ready(Path data) throws IOException, InterruptedException {
        return ready(data, Map.of());
    }

    static BraidProcess ready(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        BraidProcess braid = start(data, environment, "run");
        long began = System.nanoTime();
        while (!READY.matcher(braid.output()).find()) {
            if (braid.process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() - began > START_MAX.toNanos()) {
                throw new AssertionError("Braid did not become ready: " + braid.output());
            }
        }
        return braid;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Where a ready one listens. */
    String url() throws IOException {
        Matcher ready = READY.matcher(output());
        if (!ready.find()) {
            throw new AssertionError(output());
        }
        return "http://127.0.0.1:" + ready.group(1);
    }

    int status(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create(url() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does; answers the exit code. */
    int stop() {
        process.destroy();
        return exit();
    }

    int exit() {
        return process.onExit().orTimeout(90, TimeUnit.SECONDS).join().exitValue();
    }

    /**
     * The database servers on a data folder; empty after {@code waitMax} at the latest, or the test has found a fault.
     */
    static List<ProcessHandle> serversAfter(Path data, Duration waitMax) throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<ProcessHandle> left = servers(data);
        while (!left.isEmpty() && System.nanoTime() - began < waitMax.toNanos()) {
            left.getFirst()
                    .onExit()
                    .completeOnTimeout(left.getFirst(), 100, TimeUnit.MILLISECONDS)
                    .join();
            left = servers(data);
        }
        return left;
    }

    static List<ProcessHandle> servers(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    .filter(process -> String.join(
                                    " ", process.info().arguments().orElse(new String[0]))
                            .contains(data.toString()))
                    .toList();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
