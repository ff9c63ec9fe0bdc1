package io.braid.sourcing;

import io.braid.criteria.BatchRows;
import io.braid.criteria.Criteria;
import io.braid.criteria.CriteriaTables;
import io.braid.criteria.RowRequest;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.routing.Candidate;
import io.braid.routing.Lexicon;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a strategy asks for beside the usual facts: one statement per kind of fact, and only what is asked. */
final class GatheringExtras {
    private static final Set<String> SHELF = Set.of("daysOfSupply", "inventoryAgeDays", "freshnessHours");

    private static final String SCORE = "location.score";

    private final Criteria criteria;
    private final CriteriaTables tables;
    private final Stock stock;
    private final LocationScores scores;

    GatheringExtras(Criteria criteria, CriteriaTables tables, Stock stock, LocationScores scores) {
        this.criteria = criteria;
        this.tables = tables;
        this.stock = stock;
        this.scores = scores;
    }

    /** What a batch is about. */
    record Scope(Collection<LocationCode> locations, Collection<Sku> skus, Set<PostalCode> postalCodes, Instant at) {}

    /** Whether these fields ask for anything that is read here. */
    static boolean isAskedBy(Set<String> fields) {
        return fields.stream()
                .anyMatch(field -> Lexicon.tableOf(field) != null || SHELF.contains(field) || SCORE.equals(field));
    }

    Extras read(Set<String> fields, Scope scope) {
        Set<String> named = new HashSet<>();
        boolean shelf = false;
        for (String field : fields) {
            String table = Lexicon.tableOf(field);
            if (table != null) {
                named.add(table);
            }
            shelf |= SHELF.contains(field);
        }
        boolean scored = fields.contains(SCORE);
        if (named.isEmpty() && !shelf && !scored) {
            return Extras.NONE;
        }
        Map<LocationCode, BigDecimal> known = scored ? scores.of(scope.locations(), scope.at()) : Map.of();
        return new Extras(rows(named, scope), shelf ? shelves(scope) : Map.of(), known);
    }

    private BatchRows rows(Set<String> named, Scope scope) {
        if (named.isEmpty()) {
            return BatchRows.NONE;
        }
        RowRequest request = new RowRequest(
                named,
                scope.locations().stream().map(LocationCode::text).collect(Collectors.toSet()),
                scope.skus().stream().map(Sku::text).collect(Collectors.toSet()),
                scope.postalCodes(),
                LocalDate.ofInstant(scope.at(), ZoneOffset.UTC));
        return tables.find(request, criteria.defined());
    }

    private Map<StockKey, Candidate.Shelf> shelves(Scope scope) {
        Map<StockKey, Candidate.Shelf> shelves = new HashMap<>();
        stock.shelves(scope.skus(), scope.at())
                .forEach(shelf -> shelves.put(
                        shelf.key(),
                        new Candidate.Shelf(shelf.daysOfSupply(), shelf.ageDays(), shelf.hoursSinceCount())));
        return shelves;
    }
}
