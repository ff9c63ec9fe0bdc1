package io.braid.sourcing;

import io.braid.fulfillment.Opening;
import io.braid.inventory.Claim;
import io.braid.location.LocationDay;
import io.braid.location.LocationWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a plan asks of stock, of locations' days and of fulfillment. */
record Allocation(
        List<Claim> claims,
        List<LocationDay> capacityDays,
        Map<LocationWindow, BigDecimal> windows,
        List<Opening> openings) {}
