package io.braid.fulfillment;

/** What became of units that a location will not ship. */
public enum Disposition {
    REROUTED,
    BACKORDERED,
    CANCELED,
    CUSTOMER_CARE
}
