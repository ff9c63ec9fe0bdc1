package io.braid.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions of one scenario that cannot hold together, as far as single fields prove it: two different values,
 * an empty range, a value outside the range, a value that never occurs where the scenario looks. It warns and refuses
 * nothing: a scenario that never matches is harmless.
 */
final class Contradictions {
    /** Sets of this size are still compared value by value; larger ones would make long documents slow. */
    private static final int COMPARED_MAX = 100;

    /** What is counted or measured and cannot be below nothing. */
    private static final Set<String> NEVER_NEGATIVE = Set.of(
            "distanceKm",
            "available",
            "daysOfSupply",
            "inventoryAgeDays",
            "freshnessHours",
            "shippingCost",
            "transitDays",
            "location.daysToShip",
            "location.score",
            "location.remainingCapacity",
            "location.remainingUnits",
            "location.remainingMoney",
            "order.value",
            "order.lineCount",
            "line.quantity",
            "line.weightGrams",
            "product.weightGrams");

    private final Map<String, Known> byField = new HashMap<>();

    /** Takes in what is so wherever these conditions are asked; an empty set says nothing. */
    void given(String field, Collection<?> values) {
        if (!values.isEmpty()) {
            known(field).begin(List.copyOf(values));
        }
    }

    private Known known(String name) {
        return byField.computeIfAbsent(name, _ -> {
            Known known = new Known();
            if (NEVER_NEGATIVE.contains(name)) {
                known.raise(BigDecimal.ZERO, true);
            }
            return known;
        });
    }

    /** Takes in a condition that must hold, and warns at its place when it cannot. */
    void add(Element element, Field field, Relation operator, List<Object> operands) {
        if (field.type() == Field.Type.LIST) {
            return;
        }
        String name = field.name().text();
        Known known = known(name);
        boolean possible = known.isPossible();
        known.take(field, operator, operands);
        if (possible && !known.isPossible()) {
            element.warn(
                    known.taken > 1
                            ? "cannot hold together with the other conditions on " + name
                                    + ": the scenario never finds a location"
                            : "can never hold here: " + known.shown(name));
        }
    }

    /** What must be true of one field's value. */
    private static final class Known {
        private @Nullable Set<Object> allowed;
        private Set<Object> given = Set.of();
        private final Set<Object> denied = new HashSet<>();
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal high;
        private boolean lowIncluded;
        private boolean highIncluded;
        private boolean absent;
        private boolean present;
        private int taken;
        private final List<Predicate<String>> texts = new ArrayList<>();

        void begin(List<?> values) {
            given = Set.copyOf(values);
            allowed = new HashSet<>(values);
        }

        /** What was so before any condition was taken in. */
        String shown(String name) {
            String values = given.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or "));
            return given.isEmpty() ? name + " is never below 0" : name + " is always " + values;
        }

        void take(Field field, Relation operator, List<Object> operands) {
            BigDecimal first = operands.getFirst() instanceof BigDecimal number ? number : null;
            BigDecimal last = operands.getLast() instanceof BigDecimal number ? number : null;
            boolean single = field.type() != Field.Type.ANY;
            taken++;
            present |= !operator.isNegative() && operator != Relation.EXISTS;
            switch (operator) {
                case EQUALS -> allow(operands);
                case IN -> allow(single ? operands : null);
                case NOT_EQUALS -> denied.add(normal(operands.getFirst()));
                case NOT_IN -> operands.forEach(each -> denied.add(normal(each)));
                case GREATER -> raise(first, false);
                case GREATER_OR_EQUAL -> raise(first, true);
                case LESS -> lower(first, false);
                case LESS_OR_EQUAL -> lower(first, true);
                case BETWEEN -> {
                    raise(first, true);
                    lower(last, true);
                }
                case EXISTS -> {
                    present |= Boolean.TRUE.equals(operands.getFirst());
                    absent |= Boolean.FALSE.equals(operands.getFirst());
                }
                case CONTAINS -> texts.add(text -> text.contains(String.valueOf(operands.getFirst())));
                case STARTS_WITH -> texts.add(text -> text.startsWith(String.valueOf(operands.getFirst())));
                case ENDS_WITH -> texts.add(text -> text.endsWith(String.valueOf(operands.getFirst())));
                default -> {}
            }
        }

        private void allow(@Nullable List<Object> operands) {
            if (operands == null) {
                return;
            }
            Set<Object> these = new HashSet<>();
            operands.forEach(each -> these.add(normal(each)));
            if (allowed == null) {
                allowed = these;
            } else {
                allowed.retainAll(these);
            }
        }

        private void raise(@Nullable BigDecimal limit, boolean included) {
            if (limit != null
                    && (low == null || limit.compareTo(low) > 0 || (limit.compareTo(low) == 0 && !included))) {
                low = limit;
                lowIncluded = included;
            }
        }

        private void lower(@Nullable BigDecimal limit, boolean included) {
            if (limit != null
                    && (high == null || limit.compareTo(high) < 0 || (limit.compareTo(high) == 0 && !included))) {
                high = limit;
                highIncluded = included;
            }
        }

        boolean isPossible() {
            if (absent && present) {
                return false;
            }
            if (low != null && high != null) {
                int order = low.compareTo(high);
                if (order > 0 || (order == 0 && !(lowIncluded && highIncluded))) {
                    return false;
                }
            }
            if (allowed == null || allowed.size() > COMPARED_MAX) {
                return true;
            }
            return allowed.stream().anyMatch(this::fits);
        }

        private boolean fits(Object value) {
            if (denied.contains(value)
                    || (value instanceof String text && !texts.stream().allMatch(t -> t.test(text)))) {
                return false;
            }
            if (low == null && high == null) {
                return true;
            }
            return value instanceof BigDecimal number
                    && (low == null || number.compareTo(low) > (lowIncluded ? -1 : 0))
                    && (high == null || number.compareTo(high) < (highIncluded ? 1 : 0));
        }

        private static Object normal(Object value) {
            return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
        }
    }
}
