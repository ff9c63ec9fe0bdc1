package io.braid.routing;

import io.braid.routing.Lexicon.Computed;
import io.braid.routing.Lexicon.KeyedBy;
import io.braid.routing.Lexicon.Kind;
import io.braid.routing.Lexicon.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table of every key, a list, and a computed attribute of every kind, with rows for location NEAR and sku A. */
final class Definitions {
    static final Lexicon LEXICON = new Lexicon(List.of(
            new Table("byLocation", KeyedBy.LOCATION, Kind.NUMBER, "a number per location"),
            new Table("byProduct", KeyedBy.PRODUCT, Kind.TEXT, "a text per product"),
            new Table("byBoth", KeyedBy.LOCATION_AND_PRODUCT, Kind.BOOLEAN, ""),
            new Table("byPostalCode", KeyedBy.POSTAL_CODE, Kind.NUMBER, ""),
            new Table("members", KeyedBy.LOCATION, null, "some locations"),
            new Computed(
                    "doubled",
                    Kind.NUMBER,
                    Set.of("available", "line.quantity"),
                    fields -> number(fields.apply("available")) * 2 + number(fields.apply("line.quantity")),
                    "twice the stock and what is wanted"),
            new Computed("word", Kind.TEXT, Set.of("order.channel"), fields -> fields.apply("order.channel"), ""),
            new Computed(
                    "attribute",
                    Kind.BOOLEAN,
                    Set.of("location.attributes"),
                    fields -> fields.apply("location.attributes") instanceof Map<?, ?> all && all.get("flag") != null,
                    "")));

    static final Lexicon.Rows ROWS = Definitions::row;

    private Definitions() {}

    private static @Nullable Object row(String table, @Nullable String location, @Nullable String sku) {
        return switch (table) {
            case "byLocation", "members" -> "NEAR".equals(location) && sku == null ? 4 : null;
            case "byProduct" -> "A".equals(sku) && location == null ? "Hello" : null;
            case "byBoth" -> ("NEAR".equals(location) && "A".equals(sku)) ? true : null;
            case "byPostalCode" -> location == null && sku == null ? 6.5 : null;
            default -> null;
        };
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
