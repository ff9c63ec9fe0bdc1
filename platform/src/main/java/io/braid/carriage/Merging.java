package io.braid.carriage;

import io.braid.store.ImportLine;
import io.braid.store.ImportReport.RefusedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file laid over a table, in memory: lines take effect in their order, one that somebody objects to is reported and
 * touches no other. What has to be written is the difference. Used once; writes nothing.
 */
final class Merging<R extends CarrierRow> {
    /** More faults than this are counted, not listed: the answer must stay readable. */
    private static final int REFUSED_LISTED_MAX = 1_000;

    private final Map<String, R> before;
    private final TreeMap<String, R> after;
    private final Objection<R> objection;
    private final Map<String, Long> lineOf = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private long lines;

    private Merging(Map<String, R> before, Objection<R> objection) {
        this.before = before;
        this.after = new TreeMap<>(before);
        this.objection = objection;
    }

    /** Why a row cannot stand among the others; null when it can. */
    @FunctionalInterface
    interface Objection<R> {
        @Nullable
        String to(R row, NavigableMap<String, R> others);
    }

    static <R extends CarrierRow> Merging<R> of(
            Map<String, R> before, List<ImportLine<R>> file, TableMode mode, Objection<R> objection) {
        Merging<R> merging = new Merging<>(before, objection);
        if (mode == TableMode.FULL) {
            merging.clear(file);
        }
        file.forEach(merging::take);
        return merging;
    }

    private void clear(List<ImportLine<R>> file) {
        Set<String> carriers = new HashSet<>();
        for (ImportLine<R> line : file) {
            if (line instanceof ImportLine.Parsed<R>(long number, R row)) {
                carriers.add(row.carrier());
            }
        }
        after.values().removeIf(row -> carriers.contains(row.carrier()));
    }

    private void take(ImportLine<R> line) {
        lines++;
        switch (line) {
            case ImportLine.Broken<R>(long number, String reason) -> refuse(number, reason);
            case ImportLine.Parsed<R>(long number, R row) -> {
                String why = objection.to(row, after);
                if (why == null) {
                    after.put(row.key(), row);
                    touched.add(row.key());
                    lineOf.put(row.key(), number);
                } else {
                    refuse(number, why);
                }
            }
        }
    }

    private void refuse(long line, String reason) {
        refused.add(new RefusedLine(line, reason));
    }

    /** Takes a line of the file back after all; the row is what it was before. */
    void takeBack(String key, String reason) {
        Long line = lineOf.remove(key);
        if (line == null) {
            return;
        }
        refuse(line, reason);
        touched.remove(key);
        R was = before.get(key);
        if (was == null) {
            after.remove(key);
        } else {
            after.put(key, was);
        }
    }

    boolean isFromFile(String key) {
        return touched.contains(key);
    }

    NavigableMap<String, R> after() {
        return after;
    }

    List<R> changed() {
        return after.values().stream()
                .filter(row -> !row.equals(before.get(row.key())))
                .toList();
    }

    List<String> removed() {
        return before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
    }

    TableReport report(int version) {
        long created = touched.stream().filter(key -> !before.containsKey(key)).count();
        long updated = changed().size() - created;
        refused.sort(Comparator.comparingLong(RefusedLine::line));
        return new TableReport(
                created,
                updated,
                lines - refused.size() - created - updated,
                removed().size(),
                refused.size(),
                refused.stream().limit(REFUSED_LISTED_MAX).toList(),
                version);
    }
}
