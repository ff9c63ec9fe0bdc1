package io.braid.bench;

import io.braid.bench.RoutingBench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The table of a routing run, for the terminal and for {@code bench/results}. */
final class RoutingReport {
    private RoutingReport() {}

    static void tell(Path home, Machine machine, List<Row> rows, List<RoutingTruth.Row> truths)
            throws IOException, InterruptedException {
        String day = LocalDate.now(Clock.systemUTC()).toString();
        String commit = Machine.commit(home);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "# Routing, %s, commit %s%n%n%s. JMH, one fork of one thread per row, five iterations to warm up and"
                        + " three that count; heap 1 GB, serial collector.%n%n",
                day,
                commit,
                machine.told()));
        text.append("One decision with its whole explanation: a filter and two sorts by location, 64 random orders in"
                + " turn. Each product is in stock at so many locations picked by chance (holders), five units"
                + " each; an order's question holds the locations that have something of it. Units of a line are"
                + " not split.\n\n");
        text.append(
                "| locations | holders | lines | candidates | mode | µs/decision | ± | KB/decision | proven best |\n");
        text.append("|---:|---:|---:|---:|---|---:|---:|---:|---|\n");
        rows.forEach(row -> text.append(line(row)));
        text.append("\n"
                + "Aims: 50 µs at 200 candidates and 3 lines, 10 ms at 30 lines, growth below that of the"
                + " network.\n"
                + "\n");
        text.append(truths(truths));
        System.out.println(text);
        Path folder = Files.createDirectories(home.resolve("bench").resolve("results"));
        Path file = folder.resolve("routing-" + day + "-" + commit + ".md");
        Files.writeString(file, text.toString());
        System.err.println("Written to " + file);
    }

    private static String truths(List<RoutingTruth.Row> truths) {
        StringBuilder text = new StringBuilder();
        text.append("Against OR-tools CP-SAT (one worker, at most 3 s a question) on the first 20 questions of a size,"
                + " 60 holders, in this run. Gap: what ours costs more, at worst, than the best that CP-SAT found in"
                + " that time.\n\n");
        text.append("| locations | lines | mode | proven by CP-SAT | ours equal | gap | ours ms | CP-SAT ms |"
                + " times |\n");
        text.append("|---:|---:|---|---:|---:|---:|---:|---:|---:|\n");
        for (RoutingTruth.Row row : truths) {
            double ours = row.millis().ours();
            double theirs = row.millis().theirs();
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %d | %s | %d | %d | %.2f %% | %.3f | %,.1f | %,.0f |%n",
                    row.locations(),
                    row.lines(),
                    row.mode(),
                    row.proven(),
                    row.equal(),
                    row.gap() * 100,
                    ours,
                    theirs,
                    theirs / ours));
        }
        return text.toString();
    }

    private static String line(Row row) {
        RoutingMarks marks = row.marks();
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %d | %d | %s | %,.1f | %.1f | %,.1f | %s |%n",
                row.locations(),
                Math.min(row.holders(), row.locations()),
                row.lines(),
                marks.candidates(),
                row.mode(),
                row.micros(),
                row.error(),
                row.bytes() / 1024,
                marks.proven());
    }
}
