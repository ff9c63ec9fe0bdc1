package io.braid.fulfillment;

/** Who takes step 1 of a shipment: a person or a system of the location, or the assignment itself. */
public enum Acknowledging {
    MANUAL,
    AUTOMATIC
}
