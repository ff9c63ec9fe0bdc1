package io.braid.location;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.store.BulkImport;
import io.braid.store.BulkImport.Verdict;
import io.braid.store.Ids;
import io.braid.store.ImportLine;
import io.braid.store.ImportReport;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Where postal codes lie. The table of the United States is built in; any other country's can be loaded. */
public final class PostalCodes {
    private static final CountryCode UNITED_STATES = new CountryCode("US");
    private static final int BUILT_IN_CHUNK = 5_000;

    private final PostalCodeStore store;
    private final Journal journal;
    private final Transactions transactions;

    PostalCodes(PostalCodeStore store, Journal journal, Transactions transactions) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Those that are known, in one statement. */
    public Map<PostalCode, GeoPoint> find(Collection<PostalCode> codes) {
        return codes.isEmpty() ? Map.of() : store.find(codes);
    }

    /** Adds and changes places line by line, in any number; see {@link BulkImport}. */
    public ImportReport importAll(Deed deed, Iterator<ImportLine<Place>> lines) {
        ImportReport report =
                BulkImport.run(lines, place -> List.of(place.code()), chunk -> transactions.call(() -> write(chunk)));
        Map<String, Long> counts = Map.of(
                "created", report.created(),
                "updated", report.updated(),
                "unchanged", report.unchanged(),
                "refused", report.refusedCount());
        Subject subject = Subject.of("postal-codes", Ids.newId(deed.at()).toString());
        transactions.run(() -> journal.record(deed, List.of(Entry.first(subject, "PostalCodesImported", counts))));
        return report;
    }

    private List<Verdict> write(List<Place> chunk) {
        Map<PostalCode, Place> known =
                store.places(chunk.stream().map(Place::code).toList());
        List<Place> different = chunk.stream()
                .filter(place -> !place.equals(known.get(place.code())))
                .toList();
        store.upsert(different);
        return chunk.stream().map(place -> verdict(place, known)).toList();
    }

    private static Verdict verdict(Place place, Map<PostalCode, Place> known) {
        Place before = known.get(place.code());
        if (before == null) {
            return Verdict.CREATED;
        }
        return before.equals(place) ? Verdict.UNCHANGED : Verdict.UPDATED;
    }

    /** On the first start, all of it or nothing; one cheap look on every other. */
    void loadBuiltIn() {
        if (store.knowsCountry(UNITED_STATES)) {
            return;
        }
        transactions.run(() -> {
            List<Place> chunk = new ArrayList<>(BUILT_IN_CHUNK);
            for (Place place : UsPlaces.read()) {
                chunk.add(place);
                if (chunk.size() == BUILT_IN_CHUNK) {
                    store.upsert(chunk);
                    chunk.clear();
                }
            }
            store.upsert(chunk);
        });
    }
}
