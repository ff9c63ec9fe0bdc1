package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strategy documents as trees, as a JSON library would yield them. */
final class Trees {
    private Trees() {}

    /** Names and values in turn; a value may be null, as in JSON. */
    @SuppressWarnings("NullAway")
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    static List<Object> list(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    static Map<String, Object> filter(String field, String operator, @Nullable Object value) {
        return object("field", field, "operator", operator, "value", value);
    }

    static Map<String, Object> sort(String field, String direction) {
        return object("field", field, "direction", direction);
    }

    static Map<String, Object> nearestFirst(String mode) {
        return scenario("nearest first", mode, list(), list(sort("distanceKm", "ASC")));
    }

    static Map<String, Object> scenario(String name, String mode, List<Object> filters, List<Object> sorts) {
        return object("name", name, "filters", filters, "assignment", object("mode", mode), "sorts", sorts);
    }

    static Map<String, Object> document(Object... scenarios) {
        return object(
                "name",
                "default",
                "shortfall",
                "REROUTE",
                "routes",
                list(object("fulfillmentType", "SHIP", "scenarios", list(scenarios), "finally", "BACKORDER")));
    }

    static Strategy strategy(Object... scenarios) {
        return accepted(document(scenarios)).strategy();
    }

    static Strategy strategy(Lexicon lexicon, Object... scenarios) {
        return switch (Strategy.read(document(scenarios), lexicon)) {
            case Reading.Accepted accepted -> accepted.strategy();
            case Reading.Refused refused -> throw new AssertionError("refused: " + refused.findings());
        };
    }

    static Reading.Accepted accepted(Object document) {
        return switch (Strategy.read(document)) {
            case Reading.Accepted accepted -> accepted;
            case Reading.Refused refused -> throw new AssertionError("refused: " + refused.findings());
        };
    }

    static List<Finding> refused(@Nullable Object document) {
        return switch (Strategy.read(document)) {
            case Reading.Accepted accepted -> throw new AssertionError("accepted " + accepted);
            case Reading.Refused refused -> refused.findings();
        };
    }

    /** The objects of a list inside a tree. */
    static List<Map<?, ?>> items(Object tree, String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        Object list = ((Map<?, ?>) tree).get(name);
        assertThat(list).as(name).isInstanceOf(List.class);
        if (list instanceof List<?> values) {
            values.forEach(value -> items.add((Map<?, ?>) value));
        }
        return items;
    }
}
