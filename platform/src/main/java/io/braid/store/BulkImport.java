package io.braid.store;

import io.braid.store.ImportLine.Broken;
import io.braid.store.ImportLine.Parsed;
import io.braid.store.ImportReport.OddLine;
import io.braid.store.ImportReport.RefusedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;

/**
 * Walks a file of any length in chunks that are written set-based, each in a transaction of its own, and counts. Lines
 * take effect in their order: a chunk never holds two lines with the same key. Memory stays constant; a bad line is
 * reported and touches no other.
 */
public final class BulkImport<T> {
    /** Large enough that round trips do not count, small enough that locks are short. */
    private static final int CHUNK_MAX = 500;

    /** More faults than this are counted, not listed: the answer must stay parsed. */
    private static final int REFUSED_LISTED_MAX = 1_000;

    /** Lines whose keys are remembered, to tell of a second one that says something else. */
    private static final int SEEN_MAX = 50_000;

    /** A unique value taken between look and write shows at the second look; more than a few is no race any more. */
    private static final int TRIES_MAX = 5;

    private final Function<T, Collection<?>> keys;
    private final Function<List<T>, List<Verdict>> writer;
    private final List<Parsed<T>> chunk = new ArrayList<>(CHUNK_MAX);
    private final Set<Object> chunkKeys = new HashSet<>();
    private final Map<Object, Long> seen = new HashMap<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private final List<OddLine> warnings = new ArrayList<>();
    private final Map<Verdict.Kind, Long> counts = new EnumMap<>(Verdict.Kind.class);

    private BulkImport(Function<T, Collection<?>> keys, Function<List<T>, List<Verdict>> writer) {
        this.keys = keys;
        this.writer = writer;
    }

    /** What became of one line; the reason of one that was taken is a warning. */
    public record Verdict(Kind kind, String reason) {
        public static final Verdict CREATED = new Verdict(Kind.CREATED, "");
        public static final Verdict UPDATED = new Verdict(Kind.UPDATED, "");
        public static final Verdict UNCHANGED = new Verdict(Kind.UNCHANGED, "");

        /** The three ends of a line that was accepted, and the one of a line that was not. */
        public enum Kind {
            CREATED,
            UPDATED,
            UNCHANGED,
            REFUSED
        }

        /** Taken as it is, and told to be odd. */
        public Verdict warned(String reason) {
            return new Verdict(kind, reason);
        }

        public static Verdict refused(String reason) {
            return new Verdict(Kind.REFUSED, reason);
        }
    }

    /**
     * Runs to the end of the lines.
     *
     * @param keys what may occur once per chunk: a line's primary key and its unique values
     * @param writer writes a chunk in one transaction and answers a verdict per line, in order
     */
    public static <T> ImportReport run(
            Iterator<ImportLine<T>> lines, Function<T, Collection<?>> keys, Function<List<T>, List<Verdict>> writer) {
        BulkImport<T> run = new BulkImport<>(keys, writer);
        while (lines.hasNext()) {
            switch (lines.next()) {
                case Parsed<T> parsed -> run.take(parsed);
                case Broken<T>(long line, String reason) -> run.count(line, Verdict.refused(reason));
            }
        }
        run.flush();
        return run.report();
    }

    private void take(Parsed<T> line) {
        Collection<?> lineKeys = keys.apply(line.value());
        if (chunk.size() == CHUNK_MAX || lineKeys.stream().anyMatch(chunkKeys::contains)) {
            flush();
        }
        chunk.add(line);
        chunkKeys.addAll(lineKeys);
    }

    private void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        List<Verdict> verdicts = write(chunk.stream().map(Parsed::value).toList());
        for (int i = 0; i < chunk.size(); i++) {
            Parsed<T> line = chunk.get(i);
            count(line.line(), again(line, verdicts.get(i)));
        }
        chunk.clear();
        chunkKeys.clear();
    }

    /** A line that changes what an earlier one of the same file said is probably a mistake; the later one counts. */
    private Verdict again(Parsed<T> line, Verdict verdict) {
        Long earlier = null;
        for (Object key : keys.apply(line.value())) {
            Long before = seen.size() < SEEN_MAX ? seen.put(key, line.line()) : seen.get(key);
            earlier = before == null ? earlier : before;
        }
        return earlier == null || verdict.kind() != Verdict.Kind.UPDATED
                ? verdict
                : verdict.warned("line " + earlier + " of this file said something else of the same; this line counts");
    }

    private List<Verdict> write(List<T> values) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.apply(values);
            } catch (DuplicateKeyException lostTheRace) {
                if (attempt == TRIES_MAX) {
                    throw lostTheRace;
                }
            }
        }
    }

    private void count(long line, Verdict verdict) {
        counts.merge(verdict.kind(), 1L, Long::sum);
        if (verdict.kind() == Verdict.Kind.REFUSED && refused.size() < REFUSED_LISTED_MAX) {
            refused.add(new RefusedLine(line, verdict.reason()));
        } else if (verdict.kind() != Verdict.Kind.REFUSED
                && !verdict.reason().isEmpty()
                && warnings.size() < REFUSED_LISTED_MAX) {
            warnings.add(new OddLine(line, verdict.reason()));
        }
    }

    private ImportReport report() {
        refused.sort(Comparator.comparingLong(RefusedLine::line));
        return new ImportReport(
                counted(Verdict.Kind.CREATED),
                counted(Verdict.Kind.UPDATED),
                counted(Verdict.Kind.UNCHANGED),
                counted(Verdict.Kind.REFUSED),
                List.copyOf(refused),
                List.copyOf(warnings));
    }

    private long counted(Verdict.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
