package io.braid.sourcing;

import io.braid.fulfillment.Opening;
import io.braid.inventory.Claim;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.location.LocationDay;
import io.braid.location.WindowBooking;
import io.braid.order.Accepted;
import io.braid.order.ExternalNumber;
import java.util.List;
import java.util.Map;

/** An order with its plan, as everything that is about to be written; nothing is promised yet. */
record Routed(Incoming incoming, Accepted accepted, Allocation allocation, Decided decided) {
    OrderNumber number() {
        return accepted.number();
    }

    ExternalNumber external() {
        return incoming.order().external();
    }

    List<Claim> claims() {
        return allocation.claims();
    }

    List<Opening> openings() {
        return allocation.openings();
    }

    Map<ShipmentNumber, List<WindowBooking>> bookings() {
        return allocation.bookings();
    }

    List<LocationDay> capacityDays() {
        return allocation.capacityDays();
    }
}
