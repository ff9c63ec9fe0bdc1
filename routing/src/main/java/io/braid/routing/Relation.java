package io.braid.routing;

/**
 * How a rule compares a field with its limit. The first fourteen are the operators a strategy document may use; the
 * others are what a negated group or a lost comparison amounts to, and appear in decisions alone. What is missing
 * satisfies no operator except the negative ones (NOT_EQUALS, NOT_IN, NOT_CONTAINS, EXISTS false).
 */
public enum Relation {
    EQUALS("is", "is not"),
    NOT_EQUALS("is not", "is"),
    IN("is one of", "is not one of"),
    NOT_IN("is none of", "is one of"),
    CONTAINS("contains", "does not contain"),
    NOT_CONTAINS("does not contain", "contains"),
    STARTS_WITH("starts with", "does not start with"),
    ENDS_WITH("ends with", "does not end with"),
    GREATER("is >", "is not >"),
    GREATER_OR_EQUAL("is ≥", "is not ≥"),
    LESS("is <", "is not <"),
    LESS_OR_EQUAL("is ≤", "is not ≤"),
    BETWEEN("is between", "is not between"),
    EXISTS("is present", "is missing"),

    NOT_STARTS_WITH("does not start with", "starts with"),
    NOT_ENDS_WITH("does not end with", "ends with"),
    NOT_BETWEEN("is not between", "is between"),
    /** The sort preferred a smaller value. */
    ASCENDING("is before", "is behind"),
    /** The sort preferred a greater value. */
    DESCENDING("is before", "is behind"),
    /** A smaller or better placed set of locations was found. */
    FEWER_SHIPMENTS("is needed", "is not needed"),
    /** Serving what it could from here would have cost more. */
    LOWER_COST("is cheaper", "is not cheaper"),
    /** What it could serve was placed at locations before it. */
    NOTHING_LEFT("has something left to give", "has nothing left to give"),
    /** The scenario's number of shipments was used up. */
    WITHIN_SHIPMENTS("is within", "is not within");

    /** Operators end here; the relations behind it are the engine's own. */
    private static final Relation LAST_OPERATOR = EXISTS;

    private final String holding;
    private final String failing;

    Relation(String holding, String failing) {
        this.holding = holding;
        this.failing = failing;
    }

    String holding() {
        return holding;
    }

    String failing() {
        return failing;
    }

    boolean isOperator() {
        return compareTo(LAST_OPERATOR) <= 0;
    }

    boolean isNegative() {
        return this == NOT_EQUALS || this == NOT_IN || this == NOT_CONTAINS;
    }

    boolean comparesOrder() {
        return this == GREATER || this == GREATER_OR_EQUAL || this == LESS || this == LESS_OR_EQUAL || this == BETWEEN;
    }

    boolean comparesText() {
        return this == CONTAINS || this == NOT_CONTAINS || this == STARTS_WITH || this == ENDS_WITH;
    }

    /** What the document gives to compare with. */
    String operandPhrase() {
        return switch (this) {
            case IN, NOT_IN -> "a list of values";
            case BETWEEN -> "a list of the lower and the upper bound, both included";
            case EXISTS -> "true (the default) or false";
            default -> comparesOrder() ? "a number" : comparesText() ? "a text" : "a value of the field's type";
        };
    }

    /** What must hold where this must not. */
    Relation opposite() {
        return switch (this) {
            case EQUALS -> NOT_EQUALS;
            case NOT_EQUALS -> EQUALS;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case CONTAINS -> NOT_CONTAINS;
            case NOT_CONTAINS -> CONTAINS;
            case STARTS_WITH -> NOT_STARTS_WITH;
            case ENDS_WITH -> NOT_ENDS_WITH;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case BETWEEN -> NOT_BETWEEN;
            case NOT_STARTS_WITH -> STARTS_WITH;
            case NOT_ENDS_WITH -> ENDS_WITH;
            case NOT_BETWEEN -> BETWEEN;
            case EXISTS, ASCENDING, DESCENDING, FEWER_SHIPMENTS, LOWER_COST, NOTHING_LEFT, WITHIN_SHIPMENTS -> this;
        };
    }

    /** Whether a document may apply this operator to a field of that type. */
    boolean takes(Field.Type type) {
        if (this == EXISTS) {
            return true;
        }
        boolean equality = this == EQUALS || this == NOT_EQUALS;
        boolean membership = this == IN || this == NOT_IN;
        return switch (type) {
            case TEXT -> equality || membership || comparesText();
            case NUMBER -> equality || membership || comparesOrder();
            case BOOLEAN -> equality;
            case LIST -> membership || this == CONTAINS || this == NOT_CONTAINS;
            case ANY -> isOperator();
        };
    }
}
