package io.braid.sourcing;

import java.time.Instant;
import java.util.UUID;

/** How the orders of a trial fare on both sides, by the decisions at their placement. */
public record Comparison(Instant since, double share, Side live, Side trial) {
    /**
     * One side's orders.
     *
     * @param orders orders it placed since the trial began
     * @param backorders orders of which units wait for stock
     * @param customerCare orders of which units wait for a person
     * @param kilometers the distances of all shipments together
     * @param measured shipments whose distance is known
     */
    public record Side(
            UUID strategy,
            long orders,
            long shipments,
            long assigned,
            long backorders,
            long customerCare,
            long canceled,
            double kilometers,
            long measured) {
        /** Shipments per order that found a location; 0 without any. */
        public double shipmentsPerOrder() {
            return orders == 0 ? 0 : (double) shipments / orders;
        }

        public double kmPerShipment() {
            return measured == 0 ? 0 : kilometers / measured;
        }

        static Side none(UUID strategy) {
            return new Side(strategy, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }
}
