package io.braid.routing;

import io.braid.routing.Filter.Check;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns an operator and its operands into a check. Operands are texts, decimals or booleans that already fit the
 * field. Every negative operator is the plain complement of its positive one, so a missing value satisfies it.
 */
final class Checks {
    private Checks() {}

    static Check of(Field field, Relation operator, List<Object> operands) {
        if (operator.isNegative()) {
            Check positive = of(field, operator.opposite(), operands);
            return facts -> !positive.holds(facts);
        }
        if (operator == Relation.EXISTS) {
            boolean wanted = Boolean.TRUE.equals(operands.getFirst());
            return facts -> isPresent(field.reader().read(facts)) == wanted;
        }
        return switch (field.reader()) {
            case Field.Measure measure -> measured(measure, operator, operands);
            case Field.Values values -> {
                Predicate<Object> test = tested(operator, operands);
                yield facts -> {
                    Object value = values.read(facts);
                    return value != null && test.test(value);
                };
            }
        };
    }

    private static boolean isPresent(@Nullable Object value) {
        return value instanceof Collection<?> many ? !many.isEmpty() : value != null;
    }

    // A comparison with NaN is false, which is just what a missing measure asks for.
    private static Check measured(Field.Measure measure, Relation operator, List<Object> operands) {
        double limit = number(operands.getFirst()).doubleValue();
        return switch (operator) {
            case EQUALS -> facts -> measure.of(facts) == limit;
            case GREATER -> facts -> measure.of(facts) > limit;
            case GREATER_OR_EQUAL -> facts -> measure.of(facts) >= limit;
            case LESS -> facts -> measure.of(facts) < limit;
            case LESS_OR_EQUAL -> facts -> measure.of(facts) <= limit;
            case BETWEEN -> {
                double high = number(operands.getLast()).doubleValue();
                yield facts -> measure.of(facts) >= limit && measure.of(facts) <= high;
            }
            case IN -> {
                Set<Double> members = new HashSet<>();
                operands.forEach(operand -> members.add(number(operand).doubleValue()));
                yield facts -> members.contains(measure.of(facts));
            }
            default -> throw new IllegalArgumentException(operator + " does not compare numbers");
        };
    }

    private static Predicate<Object> tested(Relation operator, List<Object> operands) {
        Object first = operands.getFirst();
        return switch (operator) {
            case EQUALS -> equalTo(first);
            case IN -> memberOf(operands);
            case CONTAINS ->
                value -> value instanceof String text ? text.contains((String) first) : holds(value, first);
            case STARTS_WITH -> value -> value instanceof String text && text.startsWith((String) first);
            case ENDS_WITH -> value -> value instanceof String text && text.endsWith((String) first);
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BETWEEN -> ordered(operator, operands);
            default -> throw new IllegalArgumentException(operator + " does not compare values");
        };
    }

    private static boolean holds(Object value, Object member) {
        return value instanceof Collection<?> many && many.contains(member);
    }

    private static Predicate<Object> equalTo(Object operand) {
        if (operand instanceof BigDecimal limit) {
            return value -> {
                BigDecimal number = Field.decimal(value);
                return number != null && number.compareTo(limit) == 0;
            };
        }
        return operand::equals;
    }

    private static Predicate<Object> memberOf(List<Object> operands) {
        Set<Object> members = new HashSet<>();
        operands.forEach(operand -> members.add(normal(operand)));
        return value -> value instanceof Collection<?> many
                ? many.stream().anyMatch(each -> members.contains(normal(each)))
                : members.contains(normal(value));
    }

    private static Object normal(Object value) {
        BigDecimal number = Field.decimal(value);
        return number == null ? value : number.stripTrailingZeros();
    }

    private static Predicate<Object> ordered(Relation operator, List<Object> operands) {
        BigDecimal low = number(operands.getFirst());
        BigDecimal high = number(operands.getLast());
        return value -> {
            BigDecimal number = Field.decimal(value);
            if (number == null) {
                return false;
            }
            int order = number.compareTo(low);
            return switch (operator) {
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                default -> order >= 0 && number.compareTo(high) <= 0;
            };
        };
    }

    private static BigDecimal number(Object operand) {
        return (BigDecimal) operand;
    }
}
