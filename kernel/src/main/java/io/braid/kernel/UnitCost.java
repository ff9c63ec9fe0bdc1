package io.braid.kernel;

/**
 * What one unit costs us at a location: the contracted price of a vendor's unit, or the carrying cost of our own. Never
 * mixed with what the customer pays.
 */
public record UnitCost(Money money) {
    public UnitCost {
        if (money.isNegative()) {
            throw new IllegalArgumentException(money.text() + " is negative");
        }
    }

    public static UnitCost of(String amount, String currency) {
        return new UnitCost(Money.of(amount, currency));
    }
}
