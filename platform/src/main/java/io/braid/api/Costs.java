package io.braid.api;

import io.braid.kernel.Money;
import io.braid.kernel.UnitCost;
import org.jspecify.annotations.Nullable;

/** Reads unit costs of requests. */
final class Costs {
    private Costs() {}

    /** Null when it is left out, or not one; the latter is remembered as a fault. */
    static @Nullable UnitCost read(Faults faults, String pointer, @Nullable MoneyField field) {
        Money money = faults.optionalMoney(pointer, field);
        if (money != null && money.isNegative()) {
            faults.add(pointer + "/amount", money.text() + " is negative");
            return null;
        }
        return money == null ? null : new UnitCost(money);
    }
}
