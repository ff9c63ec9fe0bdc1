package io.braid.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a strategy's document that name something outside of it: kinds, groups and codes of locations,
 * countries, ways of fulfilment. What is no such document has none, or some; its faults are told by whoever reads it.
 */
final class NamedWords {
    /** What a word names. */
    enum Kind {
        FULFILLMENT_TYPE,
        LOCATION_KIND,
        LOCATION_GROUP,
        LOCATION_CODE,
        COUNTRY
    }

    /** One word and where it stands. */
    record Word(Kind kind, String pointer, String text) {}

    private static final Map<String, Kind> FIELDS = Map.of(
            "location.kind", Kind.LOCATION_KIND,
            "location.code", Kind.LOCATION_CODE,
            "location.groups", Kind.LOCATION_GROUP,
            "location.country", Kind.COUNTRY,
            "location.fulfillmentTypes", Kind.FULFILLMENT_TYPE,
            "order.fulfillmentType", Kind.FULFILLMENT_TYPE);

    private final List<Word> words = new ArrayList<>();

    private NamedWords() {}

    static List<Word> of(Map<String, Object> document) {
        NamedWords found = new NamedWords();
        List<?> routes = list(document.get("routes"));
        for (int r = 0; r < routes.size(); r++) {
            if (routes.get(r) instanceof Map<?, ?> route) {
                String at = "/routes/" + r;
                found.add(Kind.FULFILLMENT_TYPE, at + "/fulfillmentType", route.get("fulfillmentType"));
                found.scenarios(at + "/scenarios/", list(route.get("scenarios")));
                found.rests(at + "/finally/", list(route.get("finally")));
            }
        }
        return found.words;
    }

    private void scenarios(String at, List<?> scenarios) {
        for (int s = 0; s < scenarios.size(); s++) {
            if (scenarios.get(s) instanceof Map<?, ?> scenario) {
                String here = at + s;
                if (scenario.get("locations") instanceof Map<?, ?> locations) {
                    add(Kind.LOCATION_KIND, here + "/locations/kinds", locations.get("kinds"));
                    add(Kind.LOCATION_CODE, here + "/locations/codes", locations.get("codes"));
                    add(Kind.LOCATION_GROUP, here + "/locations/groups", locations.get("groups"));
                    add(Kind.COUNTRY, here + "/locations/countries", locations.get("countries"));
                }
                conditions(here + "/filters", scenario.get("filters"));
                ending(here + "/otherwise", scenario.get("otherwise"));
            }
        }
    }

    private void rests(String at, List<?> rests) {
        for (int i = 0; i < rests.size(); i++) {
            if (rests.get(i) instanceof Map<?, ?> rest) {
                conditions(at + i + "/filters", rest.get("filters"));
            }
        }
    }

    private void ending(String at, @Nullable Object ending) {
        if (ending instanceof Map<?, ?> steps) {
            add(Kind.LOCATION_GROUP, at + "/group", steps.get("group"));
            for (String match : List.of("partial", "none")) {
                if (steps.get(match) instanceof Map<?, ?> step) {
                    add(Kind.LOCATION_GROUP, at + "/" + match + "/group", step.get("group"));
                }
            }
        }
    }

    private void conditions(String at, @Nullable Object part) {
        if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                conditions(at + "/" + i, list.get(i));
            }
        } else if (part instanceof Map<?, ?> condition) {
            Kind kind = condition.get("field") instanceof String field ? FIELDS.get(field) : null;
            if (kind != null && isWhole(kind, condition.get("operator"))) {
                add(kind, at + "/value", condition.get("value"));
            }
            for (String group : List.of("all", "any", "none")) {
                conditions(at + "/" + group, condition.get(group));
            }
        }
    }

    /** Whether it compares with whole words, and not with parts of them; a list contains whole ones. */
    private static boolean isWhole(Kind kind, @Nullable Object operator) {
        Set<String> whole = kind == Kind.LOCATION_GROUP || kind == Kind.FULFILLMENT_TYPE
                ? Set.of("EQUALS", "NOT_EQUALS", "IN", "NOT_IN", "CONTAINS", "NOT_CONTAINS")
                : Set.of("EQUALS", "NOT_EQUALS", "IN", "NOT_IN");
        return operator instanceof String name && whole.contains(name);
    }

    private void add(Kind kind, String at, @Nullable Object given) {
        if (given instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(kind, at + "/" + i, list.get(i));
            }
        } else if (given instanceof String text) {
            words.add(new Word(kind, at, text));
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
