package io.braid.criteria;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: whom it is about, from when to when (both days included, null without end), and the value as
 * text. What the table is not keyed by is empty.
 */
public record CriteriaRow(
        Key key,
        String postalTo,
        @Nullable LocalDate validTo,
        @Nullable String value) {
    /** What may occur once in a table; the postal code is the first of a range. */
    public record Key(
            String location,
            String sku,
            String country,
            String postalFrom,
            @Nullable LocalDate validFrom) {
        /** Comes before every row. */
        public static final Key START = new Key("", "", "", "", null);
    }
}
