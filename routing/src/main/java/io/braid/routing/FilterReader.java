package io.braid.routing;

import io.braid.routing.Decision.Rule;
import io.braid.routing.Filter.Quantifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of a document: comparisons and groups. Counts the rules over the whole document, because their
 * number bounds the time of a decision.
 */
final class FilterReader {
    /** A document of this many rules still decides in milliseconds; more is a program, not a strategy. */
    static final int RULES_MAX = 10_000;

    /** Nobody reads deeper groups, and the stack of the reader is bounded by it. */
    static final int DEPTH_MAX = 16;

    /** A list of every postal code of a large country fits; longer lists are tables, not rules. */
    static final int OPERANDS_MAX = 100_000;

    private final Words words;
    private final Set<String> asked;
    private int rules;
    private int operands;
    private int scenarioStart;
    private Contradictions contradictions = new Contradictions();

    /** The names of all fields that filters ask for are added to {@code asked}. */
    FilterReader(Words words, Set<String> asked) {
        this.words = words;
        this.asked = asked;
    }

    /** Pointers of rules are told from the scenario on, because decisions name the scenario anyway. */
    List<Filter> filters(Element list, String scenarioPointer) {
        return filters(list, scenarioPointer, new Contradictions());
    }

    /** The same where something is known of what will be asked. */
    List<Filter> filters(Element list, String scenarioPointer, Contradictions known) {
        scenarioStart = scenarioPointer.length();
        contradictions = known;
        List<Filter> filters = new ArrayList<>();
        for (Element item : list.items(RULES_MAX)) {
            Filter filter = filter(item, 1, Sense.REQUIRED);
            if (filter != null) {
                filters.add(filter);
            }
        }
        return filters;
    }

    private @Nullable Filter filter(Element element, int depth, Sense sense) {
        if (depth > DEPTH_MAX) {
            element.fault("is nested deeper than " + DEPTH_MAX + " groups");
            return null;
        }
        if (++rules > RULES_MAX) {
            if (rules == RULES_MAX + 1) {
                element.fault("is rule number " + rules + "; a strategy has at most " + RULES_MAX);
            }
            return null;
        }
        if (element.value() instanceof Map<?, ?> object) {
            for (Quantifier quantifier : Quantifier.values()) {
                if (object.containsKey(quantifier.word())) {
                    return group(element, quantifier, depth, sense);
                }
            }
        }
        return leaf(element, sense);
    }

    private @Nullable Filter group(Element element, Quantifier quantifier, int depth, Sense sense) {
        Element list = element.required(element.members(quantifier.word()), quantifier.word());
        List<Element> items = list.items(RULES_MAX);
        if (list.isEmptyList()) {
            list.fault("must hold at least one condition");
        }
        List<Filter> members = new ArrayList<>();
        int needs = 0;
        for (Element item : items) {
            Filter member = filter(item, depth + 1, sense.within(quantifier));
            if (member != null) {
                members.add(member);
                needs |= member.needs();
            }
        }
        return members.isEmpty() ? null : new Filter.Group(quantifier, List.copyOf(members), needs);
    }

    private @Nullable Filter leaf(Element element, Sense sense) {
        Map<String, Element> members = element.members(Shapes.CONDITION);
        Element named = element.required(members, "field");
        Element operated = element.required(members, "operator");
        Field field = named.value() instanceof String name ? words.find(name) : null;
        if (field == null || field.isSortOnly()) {
            named.fault(
                    named.value() instanceof String
                            ? named.shown() + " is not a field that filters know; "
                                    + (Lexicon.isDefined(String.valueOf(named.value()))
                                            ? "PUT the word it names first"
                                            : "see the vocabulary")
                            : "must be the name of a field, is " + named.kind());
        }
        Relation operator = operator(operated);
        if (field == null || field.isSortOnly() || operator == null) {
            return null;
        }
        if (!operator.takes(field.type())) {
            operated.fault(operator + " does not apply to " + field.name().text() + ", which is "
                    + field.type().phrase());
            return null;
        }
        List<Object> values = operands(element, members, operator, field.type());
        if (values.isEmpty()) {
            return null;
        }
        boolean negated = sense == Sense.NEGATED;
        asked.addAll(words.asked(field));
        if (sense == Sense.REQUIRED) {
            contradictions.add(element, field, operator, values);
        }
        Rule rule = new Rule(
                element.pointer().substring(scenarioStart),
                field.name().text(),
                negated ? operator.opposite() : operator,
                limit(operator, values, negated));
        return new Filter.Leaf(rule, field, Checks.of(field, operator, values));
    }

    /** What a condition means where it stands. */
    private enum Sense {
        /** It must hold for the scenario to find anything. */
        REQUIRED,
        /** It is one way among others. */
        OPTIONAL,
        /** It must not hold. */
        NEGATED;

        Sense within(Quantifier quantifier) {
            return switch (quantifier) {
                case ALL -> this;
                case ANY -> this == NEGATED ? NEGATED : OPTIONAL;
                case NONE -> this == NEGATED ? OPTIONAL : NEGATED;
            };
        }
    }

    private static @Nullable Object limit(Relation operator, List<Object> values, boolean negated) {
        if (operator == Relation.EXISTS) {
            return negated != Boolean.TRUE.equals(values.getFirst());
        }
        if (operator == Relation.BETWEEN) {
            return List.copyOf(values);
        }
        return operator == Relation.IN || operator == Relation.NOT_IN ? Rule.limit(values) : values.getFirst();
    }

    private static @Nullable Relation operator(Element element) {
        for (Relation relation : Relation.values()) {
            if (relation.isOperator() && relation.name().equals(element.value())) {
                return relation;
            }
        }
        element.fault(element.shown() + " is not an operator; see the vocabulary");
        return null;
    }

    /** The operands, checked against operator and type; empty when they are not right. */
    private List<Object> operands(Element leaf, Map<String, Element> members, Relation operator, Field.Type type) {
        if (operator == Relation.EXISTS) {
            Element flag = members.get("value");
            return List.of(flag == null || flag.flag(true));
        }
        Element value = leaf.required(members, "value");
        return switch (operator) {
            case IN, NOT_IN -> severalOperands(value, operator, type);
            case BETWEEN -> bounds(value, severalOperands(value, operator, type));
            default -> {
                Object single = operand(value, operator, type);
                yield single == null ? List.of() : List.of(single);
            }
        };
    }

    private List<Object> severalOperands(Element list, Relation operator, Field.Type type) {
        List<Element> items = list.items(OPERANDS_MAX);
        operands += items.size();
        if (operands > OPERANDS_MAX) {
            list.fault("brings the values of all lists to " + operands + "; at most " + OPERANDS_MAX + " are allowed");
            return List.of();
        }
        if (list.isEmptyList()) {
            list.fault("must hold at least one value");
        }
        List<Object> values = new ArrayList<>(items.size());
        for (Element item : items) {
            Object value = operand(item, operator, type);
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    private static List<Object> bounds(Element list, List<Object> values) {
        if (values.isEmpty()) {
            return values;
        }
        if (values.size() != 2) {
            list.fault("must be two numbers, the lower and the upper bound");
            return List.of();
        }
        if (values.getFirst() instanceof BigDecimal low
                && values.getLast() instanceof BigDecimal high
                && low.compareTo(high) > 0) {
            list.fault("has its lower bound " + low.toPlainString() + " above its upper bound " + high.toPlainString());
            return List.of();
        }
        return values;
    }

    private static @Nullable Object operand(Element element, Relation operator, Field.Type type) {
        Field.Type wanted = type;
        if (type == Field.Type.ANY && operator.comparesOrder()) {
            wanted = Field.Type.NUMBER;
        } else if (type == Field.Type.LIST || (type == Field.Type.ANY && operator.comparesText())) {
            wanted = Field.Type.TEXT;
        }
        Object value = element.value();
        return switch (wanted) {
            case TEXT -> value instanceof String ? emptyAsNull(element.text()) : refused(element, "a text");
            case NUMBER -> value instanceof Number ? number(element) : refused(element, "a number");
            case BOOLEAN -> value instanceof Boolean ? value : refused(element, "true or false");
            case ANY, LIST -> anything(element, value);
        };
    }

    private static @Nullable Object anything(Element element, @Nullable Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number) {
            return number(element);
        }
        return value instanceof String
                ? emptyAsNull(element.text())
                : refused(element, "a text, a number, true or false");
    }

    private static @Nullable Object number(Element element) {
        BigDecimal number = Field.decimal(element.value());
        // Beyond these a comparison means nothing, and an exponent of a million digits costs real time.
        if (number == null || Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 30) {
            element.fault("is not a number of sensible size");
            return null;
        }
        return number;
    }

    private static @Nullable Object emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Object refused(Element element, String wanted) {
        element.fault("must be " + wanted + ", is " + element.kind());
        return null;
    }
}
