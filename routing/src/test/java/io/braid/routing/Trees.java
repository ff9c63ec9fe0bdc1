package io.braid.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strategy documents as trees, as a JSON library would yield them. */
final class Trees {
    private Trees() {}

    /** Names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static List<Object> list(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    static Map<String, Object> filter(String field, String operator, Object value) {
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

    static Reading.Accepted accepted(Object document) {
        return switch (Strategy.read(document)) {
            case Reading.Accepted accepted -> accepted;
            case Reading.Refused refused -> throw new AssertionError("refused: " + refused.findings());
        };
    }

    static List<Finding> refused(Object document) {
        return switch (Strategy.read(document)) {
            case Reading.Accepted accepted -> throw new AssertionError("accepted " + accepted);
            case Reading.Refused refused -> refused.findings();
        };
    }
}
