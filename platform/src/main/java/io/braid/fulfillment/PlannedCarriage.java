package io.braid.fulfillment;

import io.braid.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a shipment was meant to travel when it was assigned. It binds nobody: a ship notice names the carrier it really
 * went with.
 *
 * @param freight null where a vendor reads it
 */
public record PlannedCarriage(
        String carrier, String service, @Nullable Freight freight) {
    /**
     * What it costs us and when it arrives.
     *
     * @param promiseDate the day told for it
     */
    public record Freight(Money cost, LocalDate promiseDate) {}

    /** What its vendor may know of it. */
    PlannedCarriage forVendor() {
        return new PlannedCarriage(carrier, service, null);
    }
}
