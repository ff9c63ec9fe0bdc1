package io.braid.fulfillment;

/** What a ship notice says about the units that are not in it. */
public enum Remainder {
    STAYS_OPEN,
    /** It was the last notice; what it leaves is canceled for short stock. */
    CANCELED
}
