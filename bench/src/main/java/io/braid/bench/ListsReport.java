package io.braid.bench;

import io.braid.bench.ListsBench.Figures;
import io.braid.bench.ListsBench.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** The table of a run over lists, for the terminal and for {@code bench/results}. */
record ListsReport(Machine machine, String commit, Found few, Found many) {
    void tell(Path folder) throws IOException {
        String day =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).toString();
        String text = text(day);
        System.out.println(text);
        Files.createDirectories(folder);
        Path file = folder.resolve("lists-" + day + "-" + commit + ".md");
        Files.writeString(file, text);
        System.err.println("Written to " + file);
    }

    private String text(String day) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "# Lists, %s, commit %s%n%n%s. The application, its database and one client on this one machine; warm,"
                        + " a page of at most 25 rows, over HTTP to the last byte.%n%n",
                day,
                commit,
                machine.told()));
        text.append(String.format(
                Locale.ROOT,
                "%,d shipments of %d vendors beside %,d of %d. A tenth of the many is open, of it a fifth at risk and"
                        + " a twentieth overdue; of the others one in five shipped late. Aim: p99 below 20 ms and at most"
                        + " twice that of the few.%n%n",
                many.rows(),
                ListsRows.VENDORS,
                few.rows(),
                ListsRows.VENDORS_OF_FEW));
        text.append("| list | rows on a page: few | many | p50 ms: few | many | p99 ms: few | many | ratio of p99 |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        many.lists()
                .forEach((name, figures) -> text.append(row(name, few.lists().getOrDefault(name, figures), figures)));
        text.append("\n| beside them | few | many |\n|---|---:|---:|\n");
        Iterator<String> fewOnes = few.other().values().iterator();
        for (Map.Entry<String, String> one : many.other().entrySet()) {
            text.append("| ")
                    .append(one.getKey())
                    .append(" | ")
                    .append(fewOnes.next())
                    .append(" | ")
                    .append(one.getValue())
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String row(String name, Figures few, Figures many) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %.1f |%n",
                name,
                few.rowsOnPage(),
                many.rowsOnPage(),
                few.millis(0.5),
                many.millis(0.5),
                few.millis(0.99),
                many.millis(0.99),
                many.millis(0.99) / few.millis(0.99));
    }
}
