package io.braid.sourcing;

import io.braid.fulfillment.Opening;
import io.braid.inventory.Claim;
import io.braid.location.LocationDay;
import java.util.List;

/** What a plan asks of stock, of locations' days and of fulfillment. */
record Allocation(List<Claim> claims, List<LocationDay> capacityDays, List<Opening> openings) {}
