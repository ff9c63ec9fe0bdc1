package io.braid.location;

/** The ways goods can leave a location. */
public enum FulfillmentType {
    SHIP,
    PICKUP,
    DELIVERY
}
