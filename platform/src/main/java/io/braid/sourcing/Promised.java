package io.braid.sourcing;

import io.braid.carriage.ServiceCode;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.routing.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be promised for a cart at a moment: line by line, and for all of it together. Nothing is held for it. */
public record Promised(Instant at, List<OfLine> lines, OfCart cart) {
    /** From one location with one service. */
    public record Way(
            LocationCode location,
            ServiceCode service,
            String zone,
            int transitDays,
            Money shippingCost,
            LocalDate promiseDate,
            Instant orderBy) {}

    /**
     * One line, sent alone from one location.
     *
     * @param why it cannot be promised; null when it can
     */
    public record OfLine(
            Cart.Item item,
            @Nullable Way cheapest,
            @Nullable Way earliest,
            @Nullable String why) {
        static OfLine not(Cart.Item item, String why) {
            return new OfLine(item, null, null, why);
        }
    }

    /** A shipment of the cart, with its units by line. */
    public record Parcel(Way way, List<Plan.Part> parts) {}

    /** The cart in as many shipments as routing would make: costs add up, the last one's day counts. */
    public record Together(Money shippingCost, LocalDate promiseDate, Instant orderBy, List<Parcel> shipments) {}

    /** All lines together, as an order placed now would be routed. */
    public record OfCart(
            @Nullable Together cheapest,
            @Nullable Together earliest,
            @Nullable String why) {
        static OfCart not(String why) {
            return new OfCart(null, null, why);
        }
    }
}
