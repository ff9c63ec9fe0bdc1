package io.braid.routing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words an operator has defined beside the built-in fields: uploaded tables ({@code table.<name>}), uploaded lists
 * ({@code list.<name>}, true for its members) and computed attributes ({@code computed.<name>}). A strategy is read
 * with the lexicon of that moment. It holds definitions alone: the rows of tables come with each {@link Question}.
 */
public record Lexicon(List<Term> terms) {
    /** Nothing was defined. */
    public static final Lexicon EMPTY = new Lexicon(List.of());

    public Lexicon {
        terms = List.copyOf(terms);
    }

    /** Whether a field of that name is a defined one, so that a strategy naming it depends on a lexicon. */
    public static boolean isDefined(String field) {
        return field.startsWith("table.") || field.startsWith("list.") || field.startsWith("computed.");
    }

    /** The table or list whose rows the field reads; null when it is no such field. */
    public static @Nullable String tableOf(String field) {
        return field.startsWith("table.") || field.startsWith("list.") ? field.substring(field.indexOf('.') + 1) : null;
    }

    /** One defined word. Its field is the name behind the prefix of its sort. */
    public sealed interface Term {
        /** The full name of the field. */
        String field();

        /** What it means, for people; may be empty. */
        String meaning();
    }

    /**
     * An uploaded table.
     *
     * @param kind of its values; null for a list, which has members and no values
     */
    public record Table(
            String name, KeyedBy keyedBy, @Nullable Kind kind, String meaning) implements Term {
        @Override
        public String field() {
            return (kind == null ? "list." : "table.") + name;
        }
    }

    /**
     * An expression over other fields, compiled by the application.
     *
     * @param reads names of {@link Vocabulary#variables()}; what the formula asks for must be among them
     */
    public record Computed(String name, Kind kind, Set<String> reads, Formula formula, String meaning) implements Term {
        public Computed {
            reads = Set.copyOf(reads);
        }

        @Override
        public String field() {
            return "computed." + name;
        }
    }

    /** What kind of values a word has. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** What a row of a table is about. */
    public enum KeyedBy {
        LOCATION,
        PRODUCT,
        LOCATION_AND_PRODUCT,
        POSTAL_CODE
    }

    /**
     * A pure function of the fields it names: a text, a number or a boolean, or null where it has no value. Called by
     * many threads, and often: it must be quick and must not throw.
     */
    @FunctionalInterface
    public interface Formula {
        @Nullable
        Object value(Function<String, @Nullable Object> fields);
    }

    /**
     * The rows that hold for one question: already narrowed to its moment and to the order's postal code. Location and
     * sku are given where the table is keyed by them.
     */
    @FunctionalInterface
    public interface Rows {
        /** No table has a row. */
        Rows NONE = (table, location, sku) -> null;

        /** The value of the row (for a list: anything); null where there is none. */
        @Nullable
        Object value(String table, @Nullable String location, @Nullable String sku);
    }
}
