package io.braid.routing;

/** What a strategy does with units that a location could not ship after all. */
public enum Shortfall {
    REROUTE,
    BACKORDER,
    CANCEL,
    CUSTOMER_CARE
}
