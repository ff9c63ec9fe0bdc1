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
     * One line, sent alone: from one location, or from several when none has all its units. Then each way is that of
     * the shipment that arrives last, with the cost of all and the first of their order-by moments.
     *
     * @param split the shipments, when there are several; null otherwise
     * @param why it cannot be promised; null when it can
     */
    public record OfLine(
            Cart.Item item,
            @Nullable Way cheapest,
            @Nullable Way earliest,
            @Nullable Split split,
            @Nullable String why) {
        static OfLine not(Cart.Item item, String why) {
            return new OfLine(item, null, null, null, why);
        }
    }

    /** A line's shipments, for either wish. */
    public record Split(List<Parcel> cheapest, List<Parcel> earliest) {}

    /** A shipment of the cart, with its units by line. */
    public record Parcel(Way way, List<Plan.Part> parts) {}

    /** The cart in as many shipments as routing would make: costs add up, the last one's day counts. */
    public record Together(Money shippingCost, LocalDate promiseDate, Instant orderBy, List<Parcel> shipments) {
        static Together of(List<Parcel> parcels) {
            Money cost = parcels.getFirst().way().shippingCost();
            LocalDate last = parcels.getFirst().way().promiseDate();
            Instant orderBy = parcels.getFirst().way().orderBy();
            for (Parcel parcel : parcels.subList(1, parcels.size())) {
                Way way = parcel.way();
                cost = cost.plus(way.shippingCost());
                last = way.promiseDate().isAfter(last) ? way.promiseDate() : last;
                orderBy = way.orderBy().isBefore(orderBy) ? way.orderBy() : orderBy;
            }
            return new Together(cost, last, orderBy, parcels);
        }

        /** The way of whichever arrives last, with what counts for all of them. */
        Way asOne() {
            Way last = shipments.stream()
                    .map(Parcel::way)
                    .filter(way -> way.promiseDate().equals(promiseDate))
                    .findFirst()
                    .orElseThrow();
            return new Way(
                    last.location(),
                    last.service(),
                    last.zone(),
                    last.transitDays(),
                    shippingCost,
                    promiseDate,
                    orderBy);
        }
    }

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
