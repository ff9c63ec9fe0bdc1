package io.braid.routing;

import io.braid.routing.Field.Name;
import io.braid.routing.Field.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields a document may name: the built-in ones and those of a lexicon. */
final class Words {
    private final Map<String, Field> defined = new HashMap<>();
    private final List<Field> inOrder = new ArrayList<>();
    private final Map<String, Set<String>> reads = new HashMap<>();

    Words(Lexicon lexicon) {
        for (Lexicon.Term term : lexicon.terms()) {
            Field field = switch (term) {
                case Lexicon.Table table -> table(table);
                case Lexicon.Computed computed -> computed(computed);
            };
            if (defined.put(term.field(), field) == null) {
                inOrder.add(field);
            }
        }
    }

    /** The field of that name or other name; null when there is none. */
    @Nullable
    Field find(String name) {
        Field field = defined.get(name);
        return field == null ? Fields.find(name) : field;
    }

    /** Built-in fields first. */
    List<Field> all() {
        List<Field> all = new ArrayList<>(Fields.all());
        all.addAll(inOrder);
        return all;
    }

    /** What has to be known for the field: its own name, and what its expression reads. */
    Set<String> asked(Field field) {
        Set<String> named =
                reads.getOrDefault(field.name().text(), Set.of(field.name().text()));
        if (!named.contains(LocationFields.SERVING_COST)) {
            return named;
        }
        Set<String> asked = new java.util.HashSet<>(named);
        asked.add("shippingCost");
        return asked;
    }

    private static Field table(Lexicon.Table table) {
        String name = table.name();
        Values row = switch (table.keyedBy()) {
            case LOCATION -> facts -> facts.rows().value(name, facts.location().code(), null);
            case PRODUCT -> facts -> facts.rows().value(name, null, facts.line().sku());
            case LOCATION_AND_PRODUCT ->
                facts -> facts.rows()
                        .value(name, facts.location().code(), facts.line().sku());
            case POSTAL_CODE -> facts -> facts.rows().value(name, null, null);
        };
        int needs = switch (table.keyedBy()) {
            case LOCATION -> Field.CANDIDATE;
            case PRODUCT -> Field.LINE;
            case LOCATION_AND_PRODUCT -> Field.CANDIDATE | Field.LINE;
            case POSTAL_CODE -> 0;
        };
        Lexicon.Kind kind = table.kind();
        Values reader = kind == null ? facts -> row.read(facts) != null : row;
        String meaning = table.meaning().isEmpty() ? "an uploaded table" : table.meaning();
        return field(new Name(table.field(), null, meaning, null), type(kind), needs, reader);
    }

    private Field computed(Lexicon.Computed computed) {
        int needs = 0;
        Map<String, Field> variables = new HashMap<>();
        for (String name : computed.reads()) {
            Field variable = Fields.variable(name);
            if (variable == null) {
                throw new IllegalArgumentException(computed.field() + " reads " + name
                        + ". Maybe it was compiled with other names than Vocabulary.variables().");
            }
            variables.put(name, variable);
            needs |= variable.needs();
        }
        Set<String> asked = new java.util.HashSet<>(computed.reads());
        asked.add(computed.field());
        reads.put(computed.field(), Set.copyOf(asked));
        Lexicon.Formula formula = computed.formula();
        Values reader = facts -> formula.value(name -> {
            Field variable = variables.get(name);
            return variable == null ? null : variable.reader().read(facts);
        });
        String meaning = computed.meaning().isEmpty() ? "a computed attribute" : computed.meaning();
        return field(new Name(computed.field(), null, meaning, null), type(computed.kind()), needs, reader);
    }

    private static Field field(Name name, Field.Type type, int needs, Values reader) {
        boolean sorts = type == Field.Type.NUMBER && (needs & Field.CANDIDATE) != 0;
        return new Field(name, type, needs, reader, sorts ? NumberKey.of(reader, needs) : null);
    }

    private static Field.Type type(Lexicon.@Nullable Kind kind) {
        return switch (kind) {
            case TEXT -> Field.Type.TEXT;
            case NUMBER -> Field.Type.NUMBER;
            case BOOLEAN -> Field.Type.BOOLEAN;
            case null -> Field.Type.BOOLEAN;
        };
    }
}
