package io.braid.routing;

import io.braid.routing.Field.Measure;
import io.braid.routing.Field.Name;
import io.braid.routing.Field.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the definitions of fields and finds them by name. */
final class FieldList {
    private final Map<String, Field> all = new LinkedHashMap<>();
    private final Map<String, Field> byAlias = new HashMap<>();
    private final List<Field> families = new ArrayList<>();
    private final Map<String, Attributes> attributes = new HashMap<>();

    /** Where the members of a family are read. */
    interface Attributes {
        Map<String, Object> of(Facts facts);
    }

    Field text(String name, String meaning, int needs, Function<Facts, @Nullable String> value) {
        return add(new Field(new Name(name, null, meaning, null), Field.Type.TEXT, needs, (Values) value::apply, null));
    }

    Field flag(String name, String meaning, int needs, Function<Facts, @Nullable Boolean> value) {
        return add(
                new Field(new Name(name, null, meaning, null), Field.Type.BOOLEAN, needs, (Values) value::apply, null));
    }

    Field list(String name, String meaning, Function<Facts, Collection<String>> value) {
        Values reader = value::apply;
        return add(new Field(new Name(name, null, meaning, null), Field.Type.LIST, Field.CANDIDATE, reader, null));
    }

    /** A counted or measured number; one that depends on the candidate can be sorted by. */
    Field measure(Name name, int needs, Measure value) {
        Field.Key key = (needs & Field.CANDIDATE) == 0 ? null : NumberKey.of(value, needs);
        return add(new Field(name, Field.Type.NUMBER, needs, value, key));
    }

    /** An exact number, such as money; one that depends on the candidate can be sorted by. */
    Field exact(Name name, int needs, Values value) {
        Field.Key key = (needs & Field.CANDIDATE) == 0 ? null : NumberKey.of(value, needs);
        return add(new Field(name, Field.Type.NUMBER, needs, value, key));
    }

    void family(String prefix, String meaning, int needs, Attributes values) {
        Values unread = facts -> null;
        families.add(add(new Field(new Name(prefix, null, meaning, null), Field.Type.ANY, needs, unread, null)));
        attributes.put(prefix, values);
    }

    Field add(Field field) {
        all.put(field.name().text(), field);
        if (field.name().alias() != null) {
            byAlias.put(field.name().alias(), field);
        }
        return field;
    }

    @Nullable
    Field find(String name) {
        Field found = all.get(name);
        if (found == null) {
            found = byAlias.get(name);
        }
        if (found != null && !found.isFamily()) {
            return found;
        }
        for (Field family : families) {
            String prefix = family.name().text();
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return member(family, name, name.substring(prefix.length()));
            }
        }
        return null;
    }

    private Field member(Field family, String name, String attribute) {
        Attributes values = attributes.get(family.name().text());
        Values reader = facts -> values == null ? null : values.of(facts).get(attribute);
        Name named = new Name(name, null, family.name().meaning(), null);
        Field.Key key = family.needs() == Field.CANDIDATE ? NumberKey.of(reader, family.needs()) : null;
        return new Field(named, Field.Type.ANY, family.needs(), reader, key);
    }

    /** A plain field, or all members of a family under the family's name without its dot. */
    @Nullable
    Field variable(String name) {
        Attributes family = attributes.get(name + ".");
        if (family != null) {
            Field whole = all.get(name + ".");
            int needs = whole == null ? 0 : whole.needs();
            return new Field(new Name(name, null, "", null), Field.Type.ANY, needs, (Values) family::of, null);
        }
        return all.get(name);
    }

    List<Field> all() {
        return List.copyOf(all.values());
    }
}
