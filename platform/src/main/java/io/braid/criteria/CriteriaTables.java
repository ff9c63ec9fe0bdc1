package io.braid.criteria;

import io.braid.criteria.CriteriaRefusal.NoSuchTable;
import io.braid.criteria.CriteriaRefusal.TableShapeIsFixed;
import io.braid.criteria.CriteriaRefusal.TooManyDefinitions;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.store.BulkImport;
import io.braid.store.BulkImport.Verdict;
import io.braid.store.ImportLine;
import io.braid.store.ImportReport;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Uploaded tables and lists. Rows are read with every batch of orders that may ask about them, so a row holds for the
 * next order; an import that replaces a table takes effect as a whole when it ends, and only without refused lines.
 */
public final class CriteriaTables {
    /** Every postal code of a continent, or ten thousand products at a hundred locations. */
    public static final int ROWS_MAX = 1_000_000;

    private final DefinitionStore definitions;
    private final RowStore rows;
    private final Criteria criteria;
    private final Journal journal;
    private final Transactions transactions;

    CriteriaTables(
            DefinitionStore definitions, RowStore rows, Criteria criteria, Journal journal, Transactions transactions) {
        this.definitions = definitions;
        this.rows = rows;
        this.criteria = criteria;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** What an import does with rows it does not name. */
    public enum Mode {
        MERGE,
        REPLACE
    }

    /** Where rows go. */
    public record Target(String name, Mode mode) {}

    public Optional<CriteriaTable> findTable(String name) {
        return definitions.table(name);
    }

    /** In order of name, behind that one. */
    public List<CriteriaTable> listTables(String after, int limit) {
        return definitions.tables(after, limit);
    }

    public long countRows(CriteriaTable table) {
        return rows.count(table.name(), table.generation());
    }

    /** In order of key, behind that one. */
    public List<CriteriaRow> listRows(CriteriaTable table, CriteriaRow.Key after, int limit) {
        return rows.list(table, after, limit);
    }

    /** Creates a table, or changes what it means; its key and type are fixed. */
    public Outcome<CriteriaTable> define(Deed deed, TableDraft draft, OptionalInt expectedVersion) {
        return transactions.decide(() -> {
            definitions.raiseRevision();
            Optional<CriteriaTable> before = definitions.lockTable(draft.name());
            int version = before.map(CriteriaTable::version).orElse(0);
            if (expectedVersion.orElse(version) != version) {
                return Outcome.refused(new CriteriaRefusal.VersionConflict(draft.name(), version));
            }
            if (before.isPresent() && !sameShape(before.get(), draft)) {
                return Outcome.refused(new TableShapeIsFixed(draft.name()));
            }
            if (before.isPresent() && before.get().meaning().equals(draft.meaning())) {
                return Outcome.done(before.get());
            }
            if (before.isEmpty()
                    && definitions.tables("", Criteria.DEFINITIONS_MAX).size() == Criteria.DEFINITIONS_MAX) {
                return Outcome.refused(new TooManyDefinitions(Criteria.DEFINITIONS_MAX));
            }
            CriteriaTable defined = definitions.defineTable(draft, deed.at());
            record(deed, defined.name(), defined.version(), "CriteriaTableDefined", facts(defined));
            return Outcome.done(defined);
        });
    }

    private static boolean sameShape(CriteriaTable table, TableDraft draft) {
        return table.keyedBy() == draft.keyedBy() && Objects.equals(table.kind(), draft.kind());
    }

    private static Map<String, Object> facts(CriteriaTable table) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("keyedBy", table.keyedBy().name());
        facts.put("kind", table.kind() == null ? "LIST" : table.kind().name());
        facts.put("meaning", table.meaning());
        return facts;
    }

    /** Removes a table with all its rows, unless a ruling strategy names it. */
    public Outcome<CriteriaTable> remove(Deed deed, String name) {
        return transactions.decide(() -> {
            definitions.raiseRevision();
            Optional<CriteriaTable> found = definitions.lockTable(name);
            if (found.isEmpty()) {
                return Outcome.refused(new NoSuchTable(name));
            }
            CriteriaTable table = found.get();
            return criteria.unused(table.term().field()).map(sound -> {
                rows.clear(name, -1);
                definitions.removeTable(name, deed.at());
                record(deed, name, table.version() + 1, "CriteriaTableRemoved", Map.of());
                return table;
            });
        });
    }

    /**
     * Reads rows line by line, in any number up to the limit; see {@link BulkImport}.
     *
     * @param oddities of each row what the report is to warn of; empty where it is sound
     */
    public Outcome<ImportReport> importAll(
            Deed deed,
            Target target,
            Iterator<ImportLine<CriteriaRow>> lines,
            Function<List<CriteriaRow>, List<String>> oddities) {
        String name = target.name();
        Mode mode = target.mode();
        Optional<CriteriaTable> found = definitions.table(name);
        if (found.isEmpty()) {
            return Outcome.refused(new NoSuchTable(name));
        }
        CriteriaTable table = found.get();
        int generation = mode == Mode.MERGE ? table.generation() : definitions.nextGeneration();
        Writing writing = new Writing(name, generation, rows.count(name, generation));
        ImportReport report = BulkImport.run(
                lines,
                row -> List.of(row.key()),
                chunk -> warned(transactions.call(() -> writing.write(chunk)), oddities.apply(chunk)));
        if (mode == Mode.REPLACE && report.refusedCount() > 0) {
            transactions.run(() -> rows.drop(name, generation));
            return Outcome.refused(new CriteriaRefusal.NothingReplaced(name, report));
        }
        return finish(deed, table, generation, report);
    }

    private static List<Verdict> warned(List<Verdict> verdicts, List<String> oddities) {
        List<Verdict> warned = new ArrayList<>(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            boolean sound = oddities.get(i).isEmpty() || verdict.kind() == Verdict.Kind.REFUSED;
            warned.add(sound ? verdict : verdict.warned(oddities.get(i)));
        }
        return warned;
    }

    private Outcome<ImportReport> finish(Deed deed, CriteriaTable table, int generation, ImportReport report) {
        return transactions.decide(() -> {
            definitions.raiseRevision();
            Optional<CriteriaTable> now = definitions.lockTable(table.name());
            if (now.isEmpty()) {
                return Outcome.refused(new NoSuchTable(table.name()));
            }
            if (now.get().generation() != table.generation()) {
                return Outcome.refused(new CriteriaRefusal.VersionConflict(
                        table.name(), now.get().version()));
            }
            CriteriaTable renewed = definitions.renewTable(table.name(), generation, deed.at());
            if (generation != table.generation()) {
                rows.clear(table.name(), generation);
            }
            Map<String, Object> counts = Map.of(
                    "created", report.created(),
                    "updated", report.updated(),
                    "unchanged", report.unchanged(),
                    "refused", report.refusedCount());
            record(deed, renewed.name(), renewed.version(), "CriteriaTableImported", counts);
            return Outcome.done(report);
        });
    }

    /** Writes the chunks of one import and watches the limit. */
    private final class Writing {
        private final String table;
        private final int generation;
        private long count;

        Writing(String table, int generation, long count) {
            this.table = table;
            this.generation = generation;
            this.count = count;
        }

        List<Verdict> write(List<CriteriaRow> chunk) {
            Map<CriteriaRow.Key, CriteriaRow> known = rows.known(table, generation, chunk);
            long room = ROWS_MAX - count;
            List<CriteriaRow> changed = chunk.stream()
                    .filter(row -> !row.equals(known.get(row.key())))
                    .toList();
            long fresh = changed.stream()
                    .filter(row -> !known.containsKey(row.key()))
                    .count();
            if (fresh > room) {
                return chunk.stream()
                        .map(row -> Verdict.refused("the table would have more than " + ROWS_MAX + " rows"))
                        .toList();
            }
            rows.upsert(table, generation, changed);
            count += fresh;
            return chunk.stream().map(row -> verdict(row, known)).toList();
        }

        private static Verdict verdict(CriteriaRow row, Map<CriteriaRow.Key, CriteriaRow> known) {
            CriteriaRow before = known.get(row.key());
            if (before == null) {
                return Verdict.CREATED;
            }
            return before.equals(row) ? Verdict.UNCHANGED : Verdict.UPDATED;
        }
    }

    /** The rows a batch may ask about, in one statement; none when no table is named. */
    public BatchRows find(RowRequest request, Criteria.Defined defined) {
        return request.tables().isEmpty() ? BatchRows.NONE : BatchRows.of(rows.valid(request), defined.tables());
    }

    private void record(Deed deed, String table, int version, String type, Map<String, Object> facts) {
        Subject subject = Subject.of("criteria-table", table);
        journal.record(deed, List.of(new Entry(subject, version, type, null, null, facts)));
    }
}
