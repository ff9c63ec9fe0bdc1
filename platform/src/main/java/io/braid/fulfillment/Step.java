package io.braid.fulfillment;

/** At which step units of a shipment were given up. */
public enum Step {
    ACKNOWLEDGEMENT,
    REMAINDER,
    ORDER_CANCELLATION,
    WITHDRAWAL
}
