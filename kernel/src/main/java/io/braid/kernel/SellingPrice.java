package io.braid.kernel;

/**
 * What the customer pays for one unit. It never travels to a vendor, which is why it is not a {@link UnitCost}.
 */
public record SellingPrice(Money money) {
    public SellingPrice {
        if (money.isNegative()) {
            throw new IllegalArgumentException(money.text() + " is negative");
        }
    }

    public static SellingPrice of(String amount, String currency) {
        return new SellingPrice(Money.of(amount, currency));
    }
}
