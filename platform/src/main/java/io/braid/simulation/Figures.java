package io.braid.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all orders of a simulation fare under one strategy. What nobody knows is null: without carriers' tables no day of
 * arrival, without wished days no share of those on time.
 *
 * @param assignedUnits units that found a location
 * @param meanDistanceKm per shipment whose distance is known
 * @param meanPromiseDays from the order's day to that of its last shipment's arrival, per order that is wholly assigned
 * @param onTimeShare of the orders that wish a day (attribute {@code deliverBy}), those wholly there by then; 0 to 1
 * @param shippingCost by the carriers' tables, one amount per currency
 * @param routingCost by the strategy's own cost objective where it has one, one amount per currency
 * @param load the locations' shipments, most first
 */
public record Figures(
        long orders,
        long shipments,
        double shipmentsPerOrder,
        long assignedUnits,
        long backorderedUnits,
        long customerCareUnits,
        long canceledUnits,
        @Nullable Double meanDistanceKm,
        @Nullable Double meanPromiseDays,
        @Nullable Double onTimeShare,
        List<Amount> shippingCost,
        List<Amount> routingCost,
        List<Load> load) {
    public Figures {
        shippingCost = List.copyOf(shippingCost);
        routingCost = List.copyOf(routingCost);
        load = List.copyOf(load);
    }

    /** Money, as a decimal text. */
    public record Amount(String amount, String currency) {}

    /** What one location gets to do. */
    public record Load(String location, long shipments, long units) {}
}
