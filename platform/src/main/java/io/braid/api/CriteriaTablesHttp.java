package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.catalog.Products;
import io.braid.criteria.CriteriaRow;
import io.braid.criteria.CriteriaTable;
import io.braid.criteria.CriteriaTables;
import io.braid.criteria.TableDraft;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.location.Locations;
import io.braid.routing.Lexicon;
import io.braid.store.ImportReport;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploaded tables and lists that strategies may ask about. */
@RestController
@RequestMapping("/api/v1/routing/tables")
final class CriteriaTablesHttp {
    private static final int MEANING_LENGTH_MAX = 500;

    private final CriteriaTables tables;
    private final Products products;
    private final Locations locations;

    CriteriaTablesHttp(CriteriaTables tables, Products products, Locations locations) {
        this.tables = tables;
        this.products = products;
        this.locations = locations;
    }

    /** A table as it is sent; without a type of values it is a list. */
    record TableBody(
            @Nullable String name,
            @Nullable String keyedBy,
            @Nullable String valueType,
            @Nullable String meaning,
            @Nullable Integer expectedVersion) {}

    /** A table as it is shown; {@code field} is what strategies call it. */
    record TableView(
            String name,
            String field,
            Lexicon.KeyedBy keyedBy,
            Lexicon.@Nullable Kind valueType,
            String meaning,
            int version,
            Instant updatedAt) {
        static TableView of(CriteriaTable table) {
            String prefix = table.kind() == null ? "list." : "table.";
            return new TableView(
                    table.name(),
                    prefix + table.name(),
                    table.keyedBy(),
                    table.kind(),
                    table.meaning(),
                    table.version(),
                    table.updatedAt());
        }
    }

    /** A row; what the table is not keyed by is left out. */
    record RowView(
            @Nullable String location,
            @Nullable String sku,
            @Nullable String country,
            @Nullable String postalFrom,
            @Nullable String postalTo,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String value) {
        static RowView of(CriteriaRow row) {
            return new RowView(
                    known(row.key().location()),
                    known(row.key().sku()),
                    known(row.key().country()),
                    known(row.key().postalFrom()),
                    known(row.postalTo()),
                    row.key().validFrom(),
                    row.validTo(),
                    row.value());
        }

        private static @Nullable String known(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    @GetMapping
    @Needs("routing:read")
    Page<TableView> list(Paging paging) {
        String after = paging.after(List::getFirst);
        List<CriteriaTable> found = tables.listTables(after == null ? "" : after, paging.fetch());
        return paging.page(found, TableView::of, table -> List.of(table.name()));
    }

    @GetMapping("/{name}")
    @Needs("routing:read")
    ResponseEntity<TableView> table(@PathVariable("name") String name) {
        CriteriaTable table = found(name);
        return Answers.versioned(TableView.of(table), table.version());
    }

    /** Creates the table or changes its meaning; a key and a type of values stay what they are. */
    @PutMapping("/{name}")
    @Needs("routing:write")
    ResponseEntity<TableView> define(
            @PathVariable("name") String name, @RequestBody TableBody body, IfMatch ifMatch, Deed deed) {
        Faults faults = new Faults();
        CriteriaNames.check(faults, name);
        if (body.name() != null && !body.name().equals(name)) {
            faults.add("/name", "is not the table of the path");
        }
        Lexicon.KeyedBy keyedBy = faults.choice("/keyedBy", body.keyedBy(), Lexicon.KeyedBy.class);
        Lexicon.Kind kind = faults.optionalChoice("/valueType", body.valueType(), Lexicon.Kind.class);
        String meaning = faults.optionalText("/meaning", body.meaning(), MEANING_LENGTH_MAX);
        faults.refuseIfAny();
        TableDraft draft = new TableDraft(name, Faults.known(keyedBy), kind, Objects.requireNonNullElse(meaning, ""));
        CriteriaTable table = Answers.of(tables.define(deed, draft, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(TableView.of(table), table.version());
    }

    @DeleteMapping("/{name}")
    @Needs("routing:write")
    ResponseEntity<Void> remove(@PathVariable("name") String name, Deed deed) {
        Answers.of(tables.remove(deed, name));
        return ResponseEntity.noContent().build();
    }

    /** Rows in order of their keys. */
    @GetMapping("/{name}/rows")
    @Needs("routing:read")
    Page<RowView> rows(@PathVariable("name") String name, Paging paging) {
        CriteriaTable table = found(name);
        CriteriaRow.Key after = paging.after(CriteriaTablesHttp::key);
        List<CriteriaRow> rows = tables.listRows(table, after == null ? CriteriaRow.Key.START : after, paging.fetch());
        return paging.page(rows, RowView::of, row -> {
            CriteriaRow.Key key = row.key();
            String from = key.validFrom() == null ? "" : key.validFrom().toString();
            return List.of(key.location(), key.sku(), key.country(), key.postalFrom(), from);
        });
    }

    private static CriteriaRow.Key key(List<String> parts) {
        LocalDate from = parts.get(4).isEmpty() ? null : FieldReader.date(parts.get(4));
        return new CriteriaRow.Key(parts.get(0), parts.get(1), parts.get(2), parts.get(3), from);
    }

    /**
     * Rows as CSV, of any length: MERGE (the usual) adds to and changes what is there, chunk by chunk; REPLACE takes
     * effect as a whole at the end.
     */
    @PostMapping("/{name}/import")
    @Needs("routing:write")
    @Streaming
    ImportReport importAll(
            @PathVariable("name") String name,
            @RequestParam(required = false) @Nullable String mode,
            InputStream body,
            Deed deed) {
        CriteriaTable table = found(name);
        Faults faults = new Faults();
        CriteriaTables.Mode read = faults.optionalChoice("/mode", mode, CriteriaTables.Mode.class);
        faults.refuseIfAny();
        CsvTable file = CsvTable.open(body, columns(table));
        CriteriaLines lines = new CriteriaLines(table);
        CriteriaTables.Mode chosen = Objects.requireNonNullElse(read, CriteriaTables.Mode.MERGE);
        return Answers.of(tables.importAll(
                deed, new CriteriaTables.Target(name, chosen), file.lines(lines::row), this::strangers));
    }

    /** Of each row what it names and nobody knows; it may come, but mostly it is a typing error. */
    private List<String> strangers(List<CriteriaRow> rows) {
        Set<Sku> skus = new HashSet<>();
        Set<LocationCode> codes = new HashSet<>();
        for (CriteriaRow row : rows) {
            if (!row.key().sku().isEmpty()) {
                skus.add(new Sku(row.key().sku()));
            }
            if (!row.key().location().isEmpty()) {
                codes.add(new LocationCode(row.key().location()));
            }
        }
        Set<Sku> sold = skus.isEmpty() ? Set.of() : products.findAll(skus).keySet();
        Set<LocationCode> there =
                codes.isEmpty() ? Set.of() : locations.findAll(codes).keySet();
        return rows.stream().map(row -> stranger(row.key(), sold, there)).toList();
    }

    private static String stranger(CriteriaRow.Key key, Set<Sku> sold, Set<LocationCode> there) {
        if (!key.location().isEmpty() && !there.contains(new LocationCode(key.location()))) {
            return "there is no location " + key.location() + " today";
        }
        return key.sku().isEmpty() || sold.contains(new Sku(key.sku()))
                ? ""
                : "there is no product " + key.sku() + " today";
    }

    private static CsvColumns columns(CriteriaTable table) {
        List<String> required = new ArrayList<>(
                switch (table.keyedBy()) {
                    case LOCATION -> List.of("location");
                    case PRODUCT -> List.of("sku");
                    case LOCATION_AND_PRODUCT -> List.of("location", "sku");
                    case POSTAL_CODE -> List.of("country", "postalFrom");
                });
        if (table.kind() != null) {
            required.add("value");
        }
        List<String> optional = new ArrayList<>(Arrays.asList("validFrom", "validTo"));
        if (table.keyedBy() == Lexicon.KeyedBy.POSTAL_CODE) {
            optional.add("postalTo");
        }
        return CsvColumns.of(required, optional);
    }

    private CriteriaTable found(String name) {
        return tables.findTable(name).orElseThrow(Declined::notFound);
    }
}
