package io.braid._support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks a value against a schema of the description, as far as Braid's schemas go; other words are bugs. */
public final class JsonSchema {
    private static final List<String> KNOWN = List.of(
            "$ref",
            "description",
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "items",
            "minItems",
            "maxItems",
            "properties",
            "required",
            "additionalProperties",
            "oneOf");

    private final JsonNode description;

    public JsonSchema(JsonNode description) {
        this.description = description;
    }

    /** What is wrong with the value, with pointers; empty when nothing is. */
    public List<String> faults(String name, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(description.at("/components/schemas/" + name), value, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.propertyNames().forEach(word -> {
            if (!KNOWN.contains(word)) {
                throw new IllegalArgumentException("a schema says " + word);
            }
        });
        if (schema.has("$ref")) {
            check(description.at(schema.at("/$ref").asString().substring(1)), value, at, faults);
        }
        if (schema.has("type") && !isOfType(schema.get("type"), value)) {
            faults.add(at + " is not " + schema.get("type"));
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            faults.add(at + " is none of " + schema.get("enum"));
        }
        if (schema.has("oneOf")) {
            long fitting = schema.get("oneOf")
                    .valueStream()
                    .filter(one -> faultsOf(one, value).isEmpty())
                    .count();
            if (fitting != 1) {
                faults.add(
                        at + " fits " + fitting + " of " + schema.get("oneOf").size());
            }
        }
        if (value.isString()) {
            text(schema, value.asString(), at, faults);
        } else if (value.isNumber()) {
            bounds(schema, value.decimalValue().intValue(), at, "minimum", "maximum", faults);
        } else if (value.isArray()) {
            bounds(schema, value.size(), at, "minItems", "maxItems", faults);
            for (int i = 0; schema.has("items") && i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "/" + i, faults);
            }
        } else if (value.isObject()) {
            members(schema, value, at, faults);
        }
    }

    private List<String> faultsOf(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "", faults);
        return faults;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOfType(one, value));
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("a schema has the type " + type);
        };
    }

    private static void text(JsonNode schema, String value, String at, List<String> faults) {
        bounds(schema, value.length(), at, "minLength", "maxLength", faults);
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asString())
                        .matcher(value)
                        .find()) {
            faults.add(at + " does not match " + schema.get("pattern"));
        }
    }

    private static void bounds(JsonNode schema, int size, String at, String least, String most, List<String> faults) {
        if (size < schema.path(least).asInt(size) || size > schema.path(most).asInt(size)) {
            faults.add(at + " has " + size);
        }
    }

    private void members(JsonNode schema, JsonNode value, String at, List<String> faults) {
        boolean closed = schema.has("additionalProperties")
                && !schema.get("additionalProperties").asBoolean(true);
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asString())) {
                faults.add(at + " lacks " + name.asString());
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode of = schema.path("properties").path(member.getKey());
            if (!of.isMissingNode()) {
                check(of, member.getValue(), at + "/" + member.getKey(), faults);
            } else if (closed) {
                faults.add(at + "/" + member.getKey() + " is not known");
            }
        }
    }
}
