package io.braid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./braid bench routing}: microseconds and bytes per decision by size of the network, lines and mode. JMH's
 * harness is generated and compiled when the benchmark runs, so that no build has to know of it.
 */
final class RoutingBench implements Benchmark {
    @Override
    public String name() {
        return "routing";
    }

    @Override
    public String help() {
        return "microseconds and bytes per decision (JMH), about 8 minutes\n"
                + "             --millis=400   length of one iteration; there are five to warm up and three that count\n"
                + "             --most=100000  the largest network";
    }

    @Override
    public void run(Options options) throws Exception {
        Path home = Path.of(System.getProperty("braid.home", "."));
        Path folder = Files.createTempDirectory("braid-routing-bench");
        Machine machine = Machine.look(folder);
        Path harness = harness(folder);
        String millis = options.number("millis", 400) + "ms";
        int most = options.number("most", 100_000);
        List<String> sizes = List.of("20", "200", "2000", "20000", "100000").stream()
                .filter(size -> Integer.parseInt(size) <= most)
                .toList();
        List<Row> rows = new ArrayList<>();
        rows.addAll(measure(harness, millis, List.of("-p", "locations=" + String.join(",", sizes))));
        rows.addAll(
                measure(harness, millis, List.of("-p", "locations=200", "-p", "holders=200", "-p", "lines=1,3,10,30")));
        System.err.println("Comparing with OR-tools CP-SAT ...");
        RoutingReport.tell(home, machine, rows, RoutingTruth.compare());
    }

    /** One measured case. */
    record Row(int locations, int holders, int lines, String mode, double micros, double error, double bytes) {
        /** The same questions once more, which the measuring process does not tell of. */
        RoutingMarks marks() {
            RoutingMarks marks = new RoutingMarks();
            marks.locations = locations;
            marks.holders = holders;
            marks.lines = lines;
            marks.mode = mode;
            marks.prepare();
            return marks;
        }
    }

    /** Lets JMH's processor look at the compiled class and compiles what it writes. */
    private static Path harness(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-s",
                Files.createDirectories(folder.resolve("sources")).toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                BenchmarkProcessor.class.getName(),
                "-nowarn");
        List<String> marked = List.of(RoutingMarks.class.getName());
        if (!compiler.getTask(null, null, null, options, marked, null).call()) {
            throw new IllegalStateException("JMH's harness did not compile. Maybe this is a JRE: a JDK is needed.");
        }
        return classes;
    }

    private static List<Row> measure(Path harness, String millis, List<String> parameters)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile("braid-routing", ".json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                harness + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "org.openjdk.jmh.Main",
                "RoutingMarks.route"));
        command.addAll(List.of("-bm", "avgt", "-tu", "us", "-f", "1", "-wi", "5", "-i", "3", "-w", millis));
        command.addAll(List.of("-r", millis, "-prof", "gc", "-rf", "json", "-rff", result.toString()));
        command.addAll(List.of("-jvmArgs", "-Xmx1g -XX:+UseSerialGC -XX:+UseCompactObjectHeaders"));
        command.addAll(parameters);
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("JMH ended with " + code);
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : JsonMapper.builder().build().readTree(result)) {
            rows.add(row(each));
        }
        Files.delete(result);
        return rows;
    }

    private static Row row(JsonNode result) {
        JsonNode params = result.get("params");
        JsonNode metric = result.get("primaryMetric");
        JsonNode bytes = result.get("secondaryMetrics").get("gc.alloc.rate.norm");
        return new Row(
                Integer.parseInt(params.get("locations").asString()),
                Integer.parseInt(params.get("holders").asString()),
                Integer.parseInt(params.get("lines").asString()),
                params.get("mode").asString().toUpperCase(Locale.ROOT),
                metric.get("score").asDouble(),
                metric.get("scoreError").asDouble(),
                bytes == null ? Double.NaN : bytes.get("score").asDouble());
    }
}
