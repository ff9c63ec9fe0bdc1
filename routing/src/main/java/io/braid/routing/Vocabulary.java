package io.braid.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every word a strategy document may use, made from the definitions that the compiler itself reads. */
public final class Vocabulary {
    private Vocabulary() {}

    /** Maps, lists and plain values: fields, operators, sorts, modes and actions, and the limits of a document. */
    public static Object toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "fields",
                Fields.all().stream()
                        .filter(field -> !field.isSortOnly())
                        .map(Vocabulary::field)
                        .toList());
        tree.put("operators", operators());
        tree.put(
                "groups",
                Stream.of(Filter.Quantifier.values())
                        .map(Filter.Quantifier::word)
                        .toList());
        tree.put(
                "sorts",
                Fields.all().stream()
                        .filter(Fields::isSort)
                        .map(Vocabulary::field)
                        .toList());
        tree.put("assignment", StrategyReader.ASSIGNMENT);
        tree.put("directions", names(Scenario.Direction.values()));
        tree.put(
                "modes",
                Stream.of(Scenario.Mode.values())
                        .map(mode -> word(mode, mode.meaning()))
                        .toList());
        tree.put(
                "otherwise",
                Stream.of(Scenario.After.values())
                        .map(after -> word(after, after.meaning()))
                        .toList());
        tree.put("finally", names(Plan.Outcome.values()));
        tree.put("shortfall", names(Shortfall.values()));
        tree.put("limits", Map.of("rules", FilterReader.RULES_MAX, "depth", FilterReader.DEPTH_MAX));
        return tree;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        String name = field.name().text();
        tree.put("name", field.isFamily() ? name + "*" : name);
        if (field.name().alias() != null) {
            tree.put("alias", field.name().alias());
        }
        tree.put("type", field.type().name());
        tree.put("meaning", field.name().meaning());
        if (field.name().unit() != null) {
            tree.put("unit", field.name().unit());
        }
        tree.put(
                "operators",
                Stream.of(Relation.values())
                        .filter(relation -> relation.isOperator() && relation.takes(field.type()))
                        .map(Enum::name)
                        .toList());
        return tree;
    }

    private static List<Object> operators() {
        List<Object> operators = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            if (relation.isOperator()) {
                Map<String, Object> tree = word(relation, relation.holding());
                tree.put("value", relation.operandPhrase());
                tree.put(
                        "types",
                        Stream.of(Field.Type.values())
                                .filter(relation::takes)
                                .map(Enum::name)
                                .toList());
                tree.put("holdsWhenMissing", relation.isNegative());
                operators.add(tree);
            }
        }
        return operators;
    }

    private static Map<String, Object> word(Enum<?> word, String meaning) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", word.name());
        tree.put("meaning", meaning);
        return tree;
    }

    private static List<String> names(Enum<?>[] words) {
        return Stream.of(words).map(Enum::name).toList();
    }
}
