package io.braid.routing;

import io.braid.kernel.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Two strategy documents, told apart in sentences: what was changed, added, taken out or moved on the way from the
 * first to the second. What is spelled out on one side and left to its default on the other is the same, so is a list
 * whose order means nothing. Documents that rule alike have no differences.
 */
public final class Differences {
    /** Enough to read; a document that shares less than this is another document. */
    private static final int TOLD_MAX = 500;

    private final List<String> told = new ArrayList<>();

    private Differences() {}

    /** Sentences in the order of the second document; empty when both say the same. */
    public static List<String> between(Map<String, ?> before, Map<String, ?> after) {
        Differences differences = new Differences();
        differences.members("", SaidOnce.of(before), SaidOnce.of(after), Map.of("routes", differences::routes));
        List<String> told = differences.told;
        return told.size() <= TOLD_MAX
                ? List.copyOf(told)
                : List.of("more than " + TOLD_MAX + " differences: these are two different strategies");
    }

    private void tell(String where, String sentence) {
        told.add(Texts.onOneLine(where.isEmpty() ? sentence : where + ": " + sentence));
    }

    /** Members by name: the special ones as they are told, all others as values. */
    private void members(
            String where,
            Map<?, ?> before,
            Map<?, ?> after,
            Map<String, BiConsumer<@Nullable Object, @Nullable Object>> special) {
        TreeSet<String> names = new TreeSet<>();
        before.keySet().forEach(name -> names.add(String.valueOf(name)));
        after.keySet().forEach(name -> names.add(String.valueOf(name)));
        names.removeAll(special.keySet());
        for (String name : names) {
            value(where, name, before.get(name), after.get(name));
        }
        special.forEach((name, teller) -> teller.accept(before.get(name), after.get(name)));
    }

    private void value(String where, String name, @Nullable Object was, @Nullable Object is) {
        Object before = was == null ? SaidOnce.standard(name) : was;
        Object after = is == null ? SaidOnce.standard(name) : is;
        if (Told.same(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> two) {
            members(where.isEmpty() ? name : where + ", " + name, one, two, Map.of());
        } else if (before instanceof List<?> one && after instanceof List<?> two && Told.isPlain(one, two)) {
            set(where, name, one, two);
        } else if (before == null) {
            tell(where, name + " added: " + Told.value(after));
        } else if (after == null) {
            tell(where, name + " taken out, was " + Told.value(before));
        } else {
            tell(where, name + " " + Told.change(before, after));
        }
    }

    /** Lists of words, whose order means nothing. */
    private void set(String where, String name, List<?> before, List<?> after) {
        List<Object> more = new ArrayList<>(after);
        more.removeAll(before);
        List<Object> less = new ArrayList<>(before);
        less.removeAll(after);
        if (!more.isEmpty()) {
            tell(where, name + " now with " + Told.value(more));
        }
        if (!less.isEmpty()) {
            tell(where, name + " no longer with " + Told.value(less));
        }
    }

    private void routes(@Nullable Object before, @Nullable Object after) {
        named("route", "fulfillmentType", before, after, this::route);
    }

    private void route(String where, Map<?, ?> before, Map<?, ?> after) {
        members(where, before, after, Map.of("scenarios", (one, two) -> scenarios(where, one, two)));
    }

    private void scenarios(String route, @Nullable Object before, @Nullable Object after) {
        Object renamed = renamed(before, after);
        named("scenario", "name", renamed, after, (where, one, two) -> scenario(route + ", " + where, one, two));
        List<String> kept = new ArrayList<>(byName("name", renamed).keySet());
        List<String> now = new ArrayList<>(byName("name", after).keySet());
        kept.retainAll(now);
        now.retainAll(kept);
        if (!kept.equals(now)) {
            tell(route, "scenarios are tried in another order: " + Told.quoted(kept) + " → " + Told.quoted(now));
        }
    }

    /**
     * The list before with the new names of scenarios that were renamed: what says the same under another name, or what
     * stands where the other stood while both names are on one side alone.
     */
    private @Nullable Object renamed(@Nullable Object before, @Nullable Object after) {
        Map<String, Map<?, ?>> old = byName("name", before);
        Map<String, Map<?, ?>> young = byName("name", after);
        List<String> gone = new ArrayList<>(old.keySet());
        gone.removeAll(young.keySet());
        List<String> come = new ArrayList<>(young.keySet());
        come.removeAll(old.keySet());
        List<Object> renamed = new ArrayList<>();
        int place = 0;
        List<String> names = new ArrayList<>(young.keySet());
        for (Map.Entry<String, Map<?, ?>> one : old.entrySet()) {
            String there = place < names.size() && old.size() == young.size() ? names.get(place) : "";
            String name = gone.contains(one.getKey()) ? newName(one.getValue(), there, come, young) : null;
            place++;
            Map<Object, Object> scenario = new LinkedHashMap<>(one.getValue());
            if (name != null) {
                tell("", "scenario '" + one.getKey() + "' is now called '" + name + "'");
                scenario.put("name", name);
                come.remove(name);
            }
            renamed.add(scenario);
        }
        return before == null ? null : renamed;
    }

    private static @Nullable String newName(
            Map<?, ?> scenario, String there, List<String> come, Map<String, Map<?, ?>> young) {
        for (String name : come) {
            Map<Object, Object> named = new LinkedHashMap<>(scenario);
            named.put("name", name);
            if (Told.same(named, young.get(name))) {
                return name;
            }
        }
        return come.contains(there) ? there : null;
    }

    private void scenario(String where, Map<?, ?> before, Map<?, ?> after) {
        String shown = where.startsWith("route 'SHIP', ") ? where.substring("route 'SHIP', ".length()) : where;
        Map<String, BiConsumer<@Nullable Object, @Nullable Object>> special = new LinkedHashMap<>();
        special.put("filters", (one, two) -> filters(shown, one, two));
        special.put("sorts", (one, two) -> sorts(shown, one, two));
        members(shown, before, after, special);
    }

    private interface Teller {
        void tell(String where, Map<?, ?> before, Map<?, ?> after);
    }

    private void named(String kind, String key, @Nullable Object before, @Nullable Object after, Teller teller) {
        Map<String, Map<?, ?>> old = byName(key, before);
        Map<String, Map<?, ?>> young = byName(key, after);
        old.forEach((name, item) -> {
            if (!young.containsKey(name)) {
                tell("", kind + " '" + name + "' taken out");
            }
        });
        young.forEach((name, item) -> {
            Map<?, ?> was = old.get(name);
            if (was == null) {
                tell("", kind + " '" + name + "' added" + place(new ArrayList<>(young.keySet()), name));
            } else {
                teller.tell(kind + " '" + name + "'", was, item);
            }
        });
    }

    /** Where it stands among the others, which is the order in which they are tried. */
    private static String place(List<String> names, String name) {
        int at = names.indexOf(name);
        if (names.size() == 1) {
            return "";
        }
        return at == 0 ? " before '" + names.get(1) + "'" : " after '" + names.get(at - 1) + "'";
    }

    private static Map<String, Map<?, ?>> byName(String key, @Nullable Object list) {
        Map<String, Map<?, ?>> named = new LinkedHashMap<>();
        for (Object item : list instanceof List<?> items ? items : List.of()) {
            if (item instanceof Map<?, ?> map) {
                named.put(Objects.toString(map.get(key)), map);
            }
        }
        return named;
    }

    /** Filters are unordered: those on both sides stay untold, a lone pair on one field is a change. */
    private void filters(String where, @Nullable Object before, @Nullable Object after) {
        List<Object> gone = new ArrayList<>(before instanceof List<?> list ? list : List.of());
        List<Object> come = new ArrayList<>(after instanceof List<?> list ? list : List.of());
        for (Object same : List.copyOf(gone)) {
            if (come.removeIf(each -> Told.same(each, same))) {
                gone.remove(same);
            }
        }
        for (Object one : List.copyOf(come)) {
            Object was = Told.partner(one, gone);
            if (was != null) {
                tell(where, "filter " + Told.filterChange(was, one));
                gone.remove(was);
                come.remove(one);
            }
        }
        come.forEach(each -> tell(where, "filter added: " + Told.filter(each)));
        gone.forEach(each -> tell(where, "filter taken out: " + Told.filter(each)));
    }

    private void sorts(String where, @Nullable Object before, @Nullable Object after) {
        String was = Told.sorts(before);
        String is = Told.sorts(after);
        if (!was.equals(is)) {
            tell(where, "sorted " + was + " → " + is);
        }
    }
}
