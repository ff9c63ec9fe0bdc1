package io.braid.fulfillment;

/** How a shipment keeps its due times: computed from them and the clock, never stored. */
public enum SlaStatus {
    ON_TIME,
    AT_RISK,
    OVERDUE
}
