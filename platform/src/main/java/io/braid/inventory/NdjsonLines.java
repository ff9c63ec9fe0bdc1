package io.braid.inventory;

import io.braid.inventory.FeedRows.LineFormat;
import io.braid.inventory.FeedRows.RowFault;
import io.braid.store.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One JSON object per line: {@code {"sku":"MUG-01","onHand":12}}. */
final class NdjsonLines implements LineFormat {
    @Override
    public Map<String, String> fields(String line) {
        JsonNode row = parsed(line);
        if (!row.isObject()) {
            throw new RowFault("the line is not a JSON object");
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            if (!FeedRows.FIELDS.contains(field.getKey())) {
                throw new RowFault("there is no field '" + FeedRows.shown(field.getKey()) + "'");
            }
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), value(field.getKey(), field.getValue()));
            }
        }
        return fields;
    }

    private static JsonNode parsed(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new RowFault("the line is not JSON");
        }
    }

    private static String value(String name, JsonNode value) {
        boolean isUnits = name.equals("onHand") || name.equals("safetyStock");
        if (isUnits ? !value.isIntegralNumber() : !value.isString()) {
            throw new RowFault(name + " should be a " + (isUnits ? "whole number" : "text") + ", not "
                    + FeedRows.shown(value.toString()));
        }
        return value.asString();
    }
}
