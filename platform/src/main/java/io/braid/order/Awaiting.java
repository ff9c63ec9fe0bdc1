package io.braid.order;

/** What the open units of a line wait for. */
public enum Awaiting {
    /** A location is being looked for, within the same transaction or by the next run. */
    ROUTING,
    /** Stock: the line is released when it arrives. */
    BACKORDER,
    /** A person. */
    CUSTOMER_CARE
}
