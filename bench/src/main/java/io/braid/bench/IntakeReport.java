package io.braid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of an intake run, for the terminal and for {@code bench/results}. */
record IntakeReport(Setting setting, Map<String, List<Figure>> figures, Templates templates, List<String> ends) {
    /** What the figures were taken on. */
    record Setting(Machine machine, String postgres, String commit, int positions) {}

    void tell(Path folder) throws IOException {
        String day = LocalDate.now(Clock.systemUTC()).toString();
        String text = text(day);
        System.out.println(text);
        Files.createDirectories(folder);
        Path file = folder.resolve("intake-" + day + "-" + setting.commit() + ".md");
        Files.writeString(file, text);
        System.err.println("Written to " + file);
    }

    private String text(String day) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "# Intake, %s, commit %s%n%n%s. PostgreSQL %s with its defaults (fsync and synchronous_commit on), "
                        + "the application and the clients all on this one machine.%n%n",
                day,
                setting.commit(),
                setting.machine().told(),
                setting.postgres()));
        text.append(String.format(
                Locale.ROOT,
                "2,000 products at %,d positions of 104 locations; orders of 1 to 5 lines to US postal codes, each with an "
                        + "Idempotency-Key; clients over plain keep-alive sockets. Medians of %d rounds.%n%n",
                setting.positions(),
                figures.values().iterator().next().size()));
        text.append("| | orders/s | lowest–highest | p50 ms | p99 ms | CPU ms/order: application | PostgreSQL |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|\n");
        figures.forEach((name, measured) -> text.append(row(name, measured)));
        text.append(ratios());
        text.append(floors());
        ends.forEach(end -> text.append("- ").append(end).append('\n'));
        return text.toString();
    }

    private static String row(String name, List<Figure> measured) {
        Figure median = Figure.median(measured);
        boolean timed = median.latencies().length > 1;
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f–%,.0f | %s | %s | %s | %.2f |%n",
                name,
                median.perSecond(),
                measured.stream().mapToDouble(Figure::perSecond).min().orElse(0),
                measured.stream().mapToDouble(Figure::perSecond).max().orElse(0),
                timed ? String.format(Locale.ROOT, "%.1f", median.percentile(0.5)) : "",
                timed ? String.format(Locale.ROOT, "%.1f", median.percentile(0.99)) : "",
                name.startsWith("F1") ? "" : String.format(Locale.ROOT, "%.2f", median.application()),
                median.postgres());
    }

    private String ratios() {
        String http = IntakeBench.clients(16);
        return "\n| ratio of medians | | aim |\n|---|---:|---:|\n"
                + ratio(http, IntakeBench.F1, "≥ 0.5")
                + ratio(http, bestFloor(), "")
                + ratio(IntakeBench.IMPORT, IntakeBench.F1, "≥ 1.0")
                + ratio(IntakeBench.IMPORT, bestFloor(), "")
                + ratio(IntakeBench.IMPORT, IntakeBench.F100, "");
    }

    private String bestFloor() {
        return figures.keySet().stream()
                .filter(name -> name.startsWith("F1,"))
                .max((a, b) -> Double.compare(speed(a), speed(b)))
                .orElseThrow();
    }

    private double speed(String name) {
        return Figure.median(figures.getOrDefault(name, List.of())).perSecond();
    }

    private String ratio(String of, String to, String aim) {
        return String.format(Locale.ROOT, "| %s / %s | %.2f | %s |%n", of, to, speed(of) / speed(to), aim);
    }

    private String floors() {
        String rows = templates.rowsPerOrder().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.1f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%nFloors: bare JDBC loops that write the rows of %,d imported orders again, under other numbers, as the "
                        + "application's role. F1: one transaction per order, one insert per table; F100: a hundred orders per "
                        + "transaction, arrays. Rows per order: %s; a decision has %,.0f bytes. (Orders over HTTP write one "
                        + "row more, the kept answer; the floors do not.)%n%n",
                templates.orders().size(),
                rows,
                templates.decisionBytes());
    }
}
