package io.braid.routing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions of one scenario that cannot hold together, as far as single fields prove it: two different values,
 * an empty range, a value outside the range. It warns and refuses nothing: a scenario that never matches is harmless.
 */
final class Contradictions {
    /** Sets of this size are still compared value by value; larger ones would make long documents slow. */
    private static final int COMPARED_MAX = 100;

    private final Map<String, Known> byField = new HashMap<>();

    /** Takes in a condition that must hold, and warns at its place when it cannot. */
    void add(Element element, Field field, Relation operator, List<Object> operands) {
        if (field.type() == Field.Type.LIST) {
            return;
        }
        Known known = byField.computeIfAbsent(field.name().text(), name -> new Known());
        boolean possible = known.isPossible();
        known.take(field, operator, operands);
        if (possible && !known.isPossible()) {
            element.warn("cannot hold together with the other conditions on "
                    + field.name().text() + ": the scenario never finds a location");
        }
    }

    /** What must be true of one field's value. */
    private static final class Known {
        private @Nullable Set<Object> allowed;
        private final Set<Object> denied = new HashSet<>();
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal high;
        private boolean lowIncluded;
        private boolean highIncluded;
        private boolean absent;
        private boolean present;

        void take(Field field, Relation operator, List<Object> operands) {
            BigDecimal first = operands.getFirst() instanceof BigDecimal number ? number : null;
            BigDecimal last = operands.getLast() instanceof BigDecimal number ? number : null;
            boolean single = field.type() != Field.Type.ANY;
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
            if (denied.contains(value)) {
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
