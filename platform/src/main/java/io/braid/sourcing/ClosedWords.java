package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.Texts;
import io.braid.location.FulfillmentType;
import io.braid.location.LocationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words of a strategy's document that are one of a few: kinds of locations, ways of fulfilment, countries. A mistyped
 * one would never match anything, so a document that is to be stored may not hold it; one stored before still rules.
 */
final class ClosedWords {
    private static final Set<String> TYPES = names(FulfillmentType.values());
    private static final Set<String> KINDS = names(LocationKind.values());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<Fault> faults = new ArrayList<>();

    private ClosedWords() {}

    static List<Fault> faultsOf(Map<String, Object> document) {
        ClosedWords words = new ClosedWords();
        List<?> routes = list(document.get("routes"));
        for (int r = 0; r < routes.size(); r++) {
            if (routes.get(r) instanceof Map<?, ?> route) {
                words.check("/routes/" + r + "/fulfillmentType", route.get("fulfillmentType"), TYPES);
                words.scenarios("/routes/" + r + "/scenarios/", list(route.get("scenarios")));
            }
        }
        return words.faults;
    }

    private void scenarios(String at, List<?> scenarios) {
        for (int s = 0; s < scenarios.size(); s++) {
            if (scenarios.get(s) instanceof Map<?, ?> scenario) {
                if (scenario.get("locations") instanceof Map<?, ?> locations) {
                    checkAll(at + s + "/locations/kinds", locations.get("kinds"), KINDS);
                    checkAll(at + s + "/locations/countries", locations.get("countries"), COUNTRIES);
                }
                conditions(at + s + "/filters", scenario.get("filters"));
            }
        }
    }

    private void conditions(String at, @Nullable Object part) {
        if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                conditions(at + "/" + i, list.get(i));
            }
        } else if (part instanceof Map<?, ?> condition) {
            if ("location.kind".equals(condition.get("field")) && isWhole(condition.get("operator"))) {
                checkAll(at + "/value", condition.get("value"), KINDS);
            }
            for (String group : List.of("all", "any", "none")) {
                conditions(at + "/" + group, condition.get(group));
            }
        }
    }

    /** Whether it compares with whole words, and not with parts of them. */
    private static boolean isWhole(@Nullable Object operator) {
        return operator instanceof String name
                && Set.of("EQUALS", "NOT_EQUALS", "IN", "NOT_IN").contains(name);
    }

    private void checkAll(String at, @Nullable Object words, Set<String> known) {
        if (words instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(at + "/" + i, list.get(i), known);
            }
        } else {
            check(at, words, known);
        }
    }

    private void check(String at, @Nullable Object word, Set<String> known) {
        if (word instanceof String text && !known.contains(text) && faults.size() < 100) {
            String which = known.equals(COUNTRIES) ? "a country such as US" : "one of " + String.join(", ", known);
            faults.add(new Fault(at, "'" + Texts.shown(text) + "' is not " + which));
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Set<String> names(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values).map(Enum::name).toList());
    }
}
