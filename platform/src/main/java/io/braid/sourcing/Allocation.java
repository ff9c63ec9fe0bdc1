package io.braid.sourcing;

import io.braid.fulfillment.Opening;
import io.braid.inventory.Claim;
import io.braid.kernel.ShipmentNumber;
import io.braid.location.LocationDay;
import io.braid.location.WindowBooking;
import java.util.List;
import java.util.Map;

/** What a plan asks of stock, of locations' days and windows, and of fulfillment. */
record Allocation(
        List<Claim> claims,
        List<LocationDay> capacityDays,
        Map<ShipmentNumber, List<WindowBooking>> bookings,
        List<Opening> openings) {}
