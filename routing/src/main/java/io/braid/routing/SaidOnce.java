package io.braid.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as it would be written by who says nothing twice: without what is the default anyway, and with lists whose
 * order means nothing in one order. Two documents that rule alike for these reasons are equal then.
 */
final class SaidOnce {
    /** Members that may be left out when they say this; an empty list says what its absence does. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "shortfall", "REROUTE",
            "finally", "CUSTOMER_CARE",
            "otherwise", "NEXT_SCENARIO_WITH_REST",
            "splitLines", true,
            "splitUnits", false,
            "keepTogether", true,
            "direction", "ASC");

    private SaidOnce() {}

    /** What the absence of a member says; null where there is no word for it. */
    static @Nullable Object standard(String name) {
        return DEFAULTS.get(name);
    }

    static Map<String, Object> of(Map<String, ?> document) {
        Map<String, Object> said = new LinkedHashMap<>();
        document.forEach((name, value) -> put(said, name, value));
        return said;
    }

    private static void put(Map<String, Object> said, String name, @Nullable Object value) {
        Object once = value(name, value);
        boolean empty =
                (once instanceof List<?> list && list.isEmpty()) || (once instanceof Map<?, ?> map && map.isEmpty());
        if (once != null && !empty && !once.equals(DEFAULTS.get(name))) {
            said.put(name, once);
        }
    }

    private static @Nullable Object value(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> {
                Object once = value(name, item);
                if (once != null) {
                    items.add(once);
                }
            });
            return items;
        }
        return value;
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> said = new LinkedHashMap<>();
        map.forEach((key, value) -> put(said, String.valueOf(key), value));
        boolean membership = "IN".equals(map.get("operator")) || "NOT_IN".equals(map.get("operator"));
        if (membership && said.get("value") instanceof List<?> values) {
            said.put(
                    "value",
                    values.stream()
                            .sorted(Comparator.comparing(String::valueOf))
                            .toList());
        }
        if ("EXISTS".equals(map.get("operator")) && Boolean.TRUE.equals(said.get("value"))) {
            said.remove("value");
        }
        for (String group : List.of("any", "all", "none")) {
            if (said.get(group) instanceof List<?> members) {
                said.put(
                        group,
                        members.stream()
                                .sorted(Comparator.comparing(Told::filter))
                                .toList());
            }
        }
        return said;
    }
}
