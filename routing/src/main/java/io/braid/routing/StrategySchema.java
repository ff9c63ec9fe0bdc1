package io.braid.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The document of a strategy as JSON schemas, made of the shapes, words and limits that the readers use. It is for
 * those who write documents: what it lets pass may still be refused by the readers, which also know the fields' types.
 */
final class StrategySchema {
    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String FILTERS = "filters";
    private static final String OUTCOME = "outcome";

    private final List<String> kinds;
    private final List<String> fulfillmentTypes;

    StrategySchema(List<String> kinds, List<String> fulfillmentTypes) {
        this.kinds = kinds;
        this.fulfillmentTypes = fulfillmentTypes;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Strategy", strategy());
        all.put("StrategyRoute", route());
        all.put("StrategyScenario", scenario());
        all.put("StrategyLocations", locations());
        all.put("StrategyCondition", condition());
        all.put("StrategyAssignment", assignment());
        all.put("StrategyCost", cost());
        all.put("StrategySort", sort());
        all.put("StrategyEnding", ending());
        all.put("StrategyRest", rest());
        return all;
    }

    private static Map<String, Object> strategy() {
        Map<String, Object> reassignments = object(
                Shapes.REASSIGNMENTS,
                Map.of("max", whole(0, EndingReader.REASSIGNMENTS_MAX), "then", words(Plan.Outcome.values())),
                "max");
        return object(
                Shapes.STRATEGY,
                Map.of(
                        NAME,
                        text(),
                        "shortfall",
                        words(Shortfall.values()),
                        "reassignments",
                        reassignments,
                        "routes",
                        filled(ref("StrategyRoute"), StrategyReader.ROUTES_MAX)),
                NAME,
                "routes");
    }

    private Map<String, Object> route() {
        Map<String, Object> last = Map.of(
                "oneOf", List.of(words(Plan.Outcome.values()), list(ref("StrategyRest"), EndingReader.RESTS_MAX)));
        return object(
                Shapes.ROUTE,
                Map.of(
                        "fulfillmentType", words(fulfillmentTypes),
                        "scenarios", filled(ref("StrategyScenario"), StrategyReader.SCENARIOS_MAX),
                        "finally", last),
                "fulfillmentType",
                "scenarios");
    }

    private static Map<String, Object> scenario() {
        return object(
                Shapes.SCENARIO,
                Map.of(
                        NAME,
                        text(),
                        "locations",
                        ref("StrategyLocations"),
                        FILTERS,
                        list(ref("StrategyCondition"), FilterReader.RULES_MAX),
                        "assignment",
                        ref("StrategyAssignment"),
                        "sorts",
                        list(ref("StrategySort"), StrategyReader.SORTS_MAX),
                        "otherwise",
                        ref("StrategyEnding")),
                NAME,
                "assignment");
    }

    private Map<String, Object> locations() {
        int most = StrategyReader.CODES_MAX;
        return object(
                Shapes.LOCATIONS,
                Map.of(
                        "kinds", list(words(kinds), most),
                        "groups", list(text(), most),
                        "codes", list(text(), most),
                        "countries", list(Map.of(TYPE, "string", "pattern", "^[A-Z]{2}$"), most)));
    }

    private static Map<String, Object> condition() {
        Map<String, Object> leaf = object(
                Shapes.CONDITION,
                Map.of(
                        "field", fields(Fields.all().stream().filter(field -> !field.isSortOnly())),
                        "operator", operators(),
                        "value", Map.of("oneOf", List.of(plain(), filled(plain(), FilterReader.OPERANDS_MAX)))),
                "field",
                "operator");
        Stream<Map<String, Object>> groups = Stream.of(Filter.Quantifier.values())
                .map(each -> object(
                        Map.of(each.word(), "of these conditions " + each.word() + " must hold"),
                        Map.of(each.word(), filled(ref("StrategyCondition"), FilterReader.RULES_MAX)),
                        each.word()));
        return Map.of("oneOf", Stream.concat(Stream.of(leaf), groups).toList());
    }

    private static Map<String, Object> operators() {
        return words(Stream.of(Relation.values())
                .filter(Relation::isOperator)
                .map(Enum::name)
                .toList());
    }

    /** The built-in fields by name; families, and what operators define, by how they begin. */
    private static Map<String, Object> fields(Stream<Field> fields) {
        List<Field> known = fields.toList();
        List<String> names = known.stream()
                .filter(field -> !field.isFamily())
                .flatMap(field -> Stream.of(field.name().text(), field.name().alias()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Stream<String> families =
                known.stream().filter(Field::isFamily).map(field -> field.name().text());
        String prefixes = String.join(
                "|",
                Stream.concat(families, Stream.of("table.", "list.", "computed."))
                        .map(prefix -> prefix.replace(".", "\\."))
                        .toList());
        return Map.of("oneOf", List.of(words(names), Map.of(TYPE, "string", "pattern", "^(" + prefixes + ").+")));
    }

    private static Map<String, Object> assignment() {
        Map<String, Object> flag = Map.of(TYPE, "boolean");
        Map<String, Object> most = whole(1, StrategyReader.SHIPMENTS_MAX);
        return object(
                Shapes.ASSIGNMENT,
                Map.of(
                        "mode", words(Scenario.Mode.values()),
                        "splitLines", flag,
                        "splitUnits", flag,
                        "maxShipments", most,
                        "maxLocationsPerLine", most,
                        "keepTogether", flag,
                        "objective", filled(ref("StrategyCost"), ObjectiveReader.PARTS_MAX)),
                "mode");
    }

    private static Map<String, Object> cost() {
        Map<String, Object> decimal = Map.of(TYPE, List.of("string", "number"));
        return object(
                ObjectiveReader.MEMBERS,
                Map.of(
                        "cost",
                        words(Objective.Kind.values()),
                        NAME,
                        text(),
                        "weight",
                        decimal,
                        "amount",
                        decimal,
                        "field",
                        text(),
                        "missing",
                        decimal,
                        "per",
                        words(Objective.Per.values())),
                "cost");
    }

    private static Map<String, Object> sort() {
        return object(
                Shapes.SORT,
                Map.of(
                        "field", fields(Fields.all().stream().filter(Fields::isSort)),
                        "direction", words(Scenario.Direction.values()),
                        "seed", whole(0, Integer.MAX_VALUE)),
                "field");
    }

    private static Map<String, Object> ending() {
        Map<String, Object> group = object(Shapes.GROUP, Map.of("group", text()), "group");
        Map<String, Object> word = words(EndingReader.SHORT.toArray(Ending.After[]::new));
        Map<String, Object> step = Map.of("oneOf", List.of(word, group));
        Map<String, Object> each = object(
                Shapes.ENDING,
                Map.of(
                        "full", words(EndingReader.FULL.toArray(Ending.After[]::new)),
                        "partial", step,
                        "none", step));
        return Map.of("oneOf", List.of(word, group, each));
    }

    private static Map<String, Object> rest() {
        return object(
                Shapes.REST,
                Map.of(
                        FILTERS, list(ref("StrategyCondition"), FilterReader.RULES_MAX),
                        OUTCOME, words(Plan.Outcome.values())),
                OUTCOME);
    }

    /** An object of exactly these members, each with its meaning. */
    private static Map<String, Object> object(
            Map<String, String> shape, Map<String, Map<String, Object>> types, String... required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        shape.forEach((name, meaning) -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.putAll(Objects.requireNonNull(types.get(name), name));
            property.put("description", meaning);
            properties.put(name, property);
        });
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        if (required.length > 0) {
            object.put("required", List.of(required));
        }
        return object;
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> list(Map<String, Object> items, int most) {
        return Map.of(TYPE, "array", "items", items, "maxItems", most);
    }

    private static Map<String, Object> filled(Map<String, Object> items, int most) {
        return Map.of(TYPE, "array", "items", items, "minItems", 1, "maxItems", most);
    }

    private static Map<String, Object> text() {
        return Map.of(TYPE, "string", "minLength", 1, "maxLength", Element.TEXT_MAX);
    }

    private static Map<String, Object> whole(int least, int most) {
        return Map.of(TYPE, "integer", "minimum", least, "maximum", most);
    }

    private static Map<String, Object> plain() {
        return Map.of(TYPE, List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> words(Enum<?>[] words) {
        return words(Stream.of(words).map(Enum::name).toList());
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of(TYPE, "string", "enum", words);
    }
}
