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
    static Map<String, Object> toTree() {
        return toTree(Lexicon.EMPTY);
    }

    /** The same with the tables, lists and computed attributes of a lexicon. */
    static Map<String, Object> toTree(Lexicon lexicon) {
        return toTree(lexicon, Integer.MAX_VALUE);
    }

    /**
     * The same, where documents are taken up to a size.
     *
     * @param bytesMax of a document as JSON
     */
    public static Map<String, Object> toTree(Lexicon lexicon, int bytesMax) {
        List<Field> fields = new Words(lexicon).all();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "fields",
                fields.stream()
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
                fields.stream().filter(Fields::isSort).map(Vocabulary::field).toList());
        tree.put("document", Shapes.all());
        tree.put("assignment", Shapes.ASSIGNMENT);
        tree.put("objective", Objective.toTree());
        tree.put("directions", names(Scenario.Direction.values()));
        tree.put(
                "modes",
                Stream.of(Scenario.Mode.values())
                        .map(mode -> word(mode, mode.meaning()))
                        .toList());
        tree.put(
                "otherwise",
                Stream.of(Ending.After.values())
                        .map(after -> word(after, after.meaning()))
                        .toList());
        tree.put("finally", names(Plan.Outcome.values()));
        tree.put("shortfall", names(Shortfall.values()));
        tree.put("limits", limits(bytesMax));
        return tree;
    }

    /** How large a document may be. */
    private static Map<String, Integer> limits(int bytesMax) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("rules", FilterReader.RULES_MAX);
        limits.put("depth", FilterReader.DEPTH_MAX);
        limits.put("values", FilterReader.OPERANDS_MAX);
        limits.put("routes", StrategyReader.ROUTES_MAX);
        limits.put("scenarios", StrategyReader.SCENARIOS_MAX);
        limits.put("sorts", StrategyReader.SORTS_MAX);
        limits.put("listed", StrategyReader.CODES_MAX);
        limits.put("maxShipments", StrategyReader.SHIPMENTS_MAX);
        limits.put("textLength", Element.TEXT_MAX);
        limits.put("documentBytes", bytesMax);
        return limits;
    }

    /**
     * What a strategy document may look like, as JSON schemas by their names, {@code Strategy} first; they refer to
     * each other as components of an OpenAPI description.
     *
     * @param kinds of locations; no others are in the world
     * @param fulfillmentTypes of orders, likewise
     */
    public static Map<String, Object> schemas(List<String> kinds, List<String> fulfillmentTypes) {
        return new StrategySchema(kinds, fulfillmentTypes).all();
    }

    /** A name that a computed attribute may read. */
    public record Variable(String name, Type type) {
        /** What the name stands for; attributes are a map from their names to whatever was stored. */
        public enum Type {
            TEXT,
            NUMBER,
            BOOLEAN,
            TEXTS,
            ATTRIBUTES
        }
    }

    /** Every name a computed attribute may read: the built-in fields that filters know, families as one map. */
    public static List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (Field field : Fields.all()) {
            String name = field.name().text();
            if (!field.isSortOnly()) {
                variables.add(
                        switch (field.type()) {
                            case TEXT -> new Variable(name, Variable.Type.TEXT);
                            case NUMBER -> new Variable(name, Variable.Type.NUMBER);
                            case BOOLEAN -> new Variable(name, Variable.Type.BOOLEAN);
                            case LIST -> new Variable(name, Variable.Type.TEXTS);
                            case ANY -> new Variable(name.substring(0, name.length() - 1), Variable.Type.ATTRIBUTES);
                        });
            }
        }
        return variables;
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
