package io.braid.criteria;

import io.braid.routing.Lexicon;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named table that rules may ask: one value per key and date range, or, as a list, only members.
 *
 * @param kind of the values; null for a list
 * @param generation of the rows that count now
 */
public record CriteriaTable(
        String name,
        Lexicon.KeyedBy keyedBy,
        Lexicon.@Nullable Kind kind,
        String meaning,
        int generation,
        int version,
        Instant updatedAt) {
    Lexicon.Table term() {
        return new Lexicon.Table(name, keyedBy, kind, meaning);
    }
}
