package io.braid.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.carriage.CarrierRow.Calendar;
import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Transit;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.carriage.Merging.Objection;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.store.ImportLine;
import io.braid.store.ImportLine.Broken;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carriers' services, zones, rates and transit days. A file takes effect as a whole, in one transaction, so that no
 * promise is made from half a tariff; the same file twice changes nothing. Reading asks the database which revision of
 * the tables is current, always; only the tables of a revision, which never change, are kept in memory.
 */
public final class Carriers {
    /** Lines of one file, which is laid over the table in memory. */
    static final int LINES_MAX = 300_000;

    /** The current tables, and those that a batch under way still uses. */
    private static final long REVISIONS_KEPT = 2;

    private static final Subject SUBJECT = Subject.of("carriage", "tables");

    private final CarrierStore store;
    private final Journal journal;
    private final Transactions transactions;
    private final Cache<UUID, CarrierTables> tables =
            Caffeine.newBuilder().maximumSize(REVISIONS_KEPT).build();

    Carriers(CarrierStore store, Journal journal, Transactions transactions) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** The tables as they are now: one short statement while they have not changed. */
    public CarrierTables tables() {
        CarrierTables known = tables.getIfPresent(store.revision());
        return known == null ? transactions.call(this::load) : known;
    }

    private CarrierTables load() {
        UUID revision = store.holdRevision();
        return tables.get(
                revision,
                id -> new CarrierTables(
                        store.all(RowStore.CALENDARS).values(),
                        store.all(RowStore.ZONES).values(),
                        store.all(RowStore.RATES).values(),
                        store.all(RowStore.TRANSITS).values()));
    }

    /** In order of key, beginning behind that one ({@code ""} for the first page); so the other lists. */
    public List<Calendar> listCalendars(String after, int limit) {
        return store.list(RowStore.CALENDARS, after, limit);
    }

    public List<Zone> listZones(String after, int limit) {
        return store.list(RowStore.ZONES, after, limit);
    }

    public List<Rate> listRates(String after, int limit) {
        return store.list(RowStore.RATES, after, limit);
    }

    public List<Transit> listTransits(String after, int limit) {
        return store.list(RowStore.TRANSITS, after, limit);
    }

    /** Services are never removed: rates name them. One that is not in use any more is switched off. */
    public TableReport importCalendars(Deed deed, Iterator<ImportLine<Calendar>> lines) {
        return importAll(
                deed,
                new File<>(RowStore.CALENDARS, read(lines), TableMode.INCREMENTAL),
                objections -> (row, others) -> null);
    }

    public TableReport importZones(Deed deed, TableMode mode, Iterator<ImportLine<Zone>> lines) {
        return importAll(deed, new File<>(RowStore.ZONES, read(lines), mode), objections -> objections::toZone);
    }

    public TableReport importRates(Deed deed, TableMode mode, Iterator<ImportLine<Rate>> lines) {
        return importAll(
                deed,
                new File<>(RowStore.RATES, read(lines), mode, Objections::keepRising),
                objections -> (row, others) -> objections.toService(row.code()));
    }

    public TableReport importTransits(Deed deed, TableMode mode, Iterator<ImportLine<Transit>> lines) {
        return importAll(
                deed,
                new File<>(RowStore.TRANSITS, read(lines), mode),
                objections -> (row, others) -> objections.toService(row.code()));
    }

    /** A file that was read; the last look is at what the whole of it came to. */
    private record File<R extends CarrierRow>(
            RowStore<R> rows, List<ImportLine<R>> lines, TableMode mode, Consumer<Merging<R>> last) {
        File(RowStore<R> rows, List<ImportLine<R>> lines, TableMode mode) {
            this(rows, lines, mode, merging -> {});
        }
    }

    /** Before the transaction begins: a slow upload must not hold a lock. */
    private static <R> List<ImportLine<R>> read(Iterator<ImportLine<R>> lines) {
        List<ImportLine<R>> read = new ArrayList<>();
        while (lines.hasNext() && read.size() < LINES_MAX) {
            read.add(lines.next());
        }
        if (lines.hasNext()) {
            read.add(new Broken<>(
                    lines.next().line(),
                    "the file has more than " + LINES_MAX + " lines; nothing from here on was read"));
        }
        return read;
    }

    private <R extends CarrierRow> TableReport importAll(
            Deed deed, File<R> file, Function<Objections, Objection<R>> objection) {
        return transactions.call(() -> {
            CarrierStore.Revision revision = store.lockRevision();
            Map<String, R> before = store.all(file.rows);
            Merging<R> merging = Merging.of(before, file.lines, file.mode, objection.apply(objections()));
            file.last.accept(merging);
            List<R> changed = merging.changed();
            List<String> removed = merging.removed();
            if (changed.isEmpty() && removed.isEmpty()) {
                return merging.report(revision.version());
            }
            store.delete(file.rows, removed);
            store.upsert(file.rows, changed);
            TableReport report = merging.report(store.nextRevision().version());
            journal.record(deed, List.of(entry(file.rows.name(), report)));
            return report;
        });
    }

    private Objections objections() {
        Set<ServiceCode> services = store.all(RowStore.CALENDARS).values().stream()
                .map(Calendar::code)
                .collect(Collectors.toSet());
        return new Objections(services);
    }

    private static Entry entry(String table, TableReport report) {
        Map<String, Object> data = Map.of(
                "table", table,
                "created", report.created(),
                "updated", report.updated(),
                "removed", report.removed(),
                "refused", report.refusedCount());
        return new Entry(SUBJECT, report.version(), "CarrierTablesChanged", null, null, data);
    }

    /** Whether no service was ever loaded. */
    boolean isEmpty() {
        return store.list(RowStore.CALENDARS, "", 1).isEmpty();
    }
}
