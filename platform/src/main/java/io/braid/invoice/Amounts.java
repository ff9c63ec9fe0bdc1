package io.braid.invoice;

import io.braid.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * The sums of an invoice. The rounding rule: lines are exact; their sum is rounded once, half up to the currency's
 * places, to the subtotal; the allowance is its share of the subtotal, the tax its share of what is left, each rounded
 * the same way; the total is subtotal - allowance + tax, without further rounding.
 */
public record Amounts(Money subtotal, Money allowance, Money tax, Money total) {
    private static final int PERCENT_PLACES = 2;

    static Amounts of(Currency currency, Collection<Invoice.Line> lines, NoticeTerms terms) {
        Money sum = Money.zero(currency);
        for (Invoice.Line line : lines) {
            sum = sum.plus(line.amount());
        }
        return of(sum.rounded(), terms);
    }

    /** From a subtotal that is rounded already. */
    static Amounts of(Money subtotal, NoticeTerms terms) {
        Money allowance = percent(subtotal, terms.allowancePercent());
        Money tax = percent(subtotal.minus(allowance), terms.taxPercent());
        return new Amounts(subtotal, allowance, tax, subtotal.minus(allowance).plus(tax));
    }

    /** That share of an amount, rounded half up to the currency's places. */
    static Money percent(Money of, BigDecimal percent) {
        BigDecimal exact = of.amount().multiply(percent).movePointLeft(PERCENT_PLACES);
        int places = Math.max(0, of.currency().getDefaultFractionDigits());
        return new Money(exact.setScale(places, RoundingMode.HALF_UP), of.currency());
    }
}
