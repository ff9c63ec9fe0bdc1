package io.braid.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency. Amounts carry at most four decimal places (unit costs need them), never a
 * binary fraction; two amounts of different currencies never meet. The one rounding of the product is half up to
 * the currency's own places, and it happens only where {@link #rounded()} is called.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    /** Four places: a contracted cost of $0.0125 is real, a fifth place is a typing error. */
    public static final int PLACES_MAX = 4;

    /** Eleven digits before the point: more than any order is worth, and it fits numeric(15,4). */
    public static final BigDecimal AMOUNT_MAX = new BigDecimal("99999999999.9999");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    public Money {
        if (amount.stripTrailingZeros().scale() > PLACES_MAX) {
            throw new IllegalArgumentException(
                    "amount " + amount.toPlainString() + " has more than " + PLACES_MAX + " decimal places");
        }
        if (amount.abs().compareTo(AMOUNT_MAX) > 0) {
            throw new IllegalArgumentException("amount is outside ±" + AMOUNT_MAX.toPlainString());
        }
        int places = Math.max(currency.getDefaultFractionDigits(), 0);
        amount = amount.stripTrailingZeros();
        if (amount.scale() < places) {
            amount = amount.setScale(places, RoundingMode.UNNECESSARY);
        }
    }

    /** Reads the API's two texts; what is not an amount or a currency is refused with a sentence for people. */
    public static Money of(String amount, String currency) {
        return new Money(parseAmount(amount), parseCurrency(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An ISO 4217 code in capitals. */
    public static Currency parseCurrency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("'" + Texts.shown(code) + "' is not an ISO 4217 currency code", unknown);
        }
    }

    private static BigDecimal parseAmount(String text) {
        // A plain decimal only: exponents and signs in odd places are how 1e400 becomes a memory problem.
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a decimal amount such as \"12.50\"");
        }
        return new BigDecimal(text);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money times(int units) {
        return new Money(amount.multiply(BigDecimal.valueOf(units)), currency);
    }

    /** Half up to the currency's own places: what an invoice total or a printed price shows. */
    public Money rounded() {
        int places = Math.max(currency.getDefaultFractionDigits(), 0);
        return new Money(amount.setScale(places, RoundingMode.HALF_UP), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + this + " with " + other + ": the currencies differ");
        }
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** The decimal text of the API, such as {@code 12.50}. */
    public String text() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return text() + " " + currency.getCurrencyCode();
    }
}
