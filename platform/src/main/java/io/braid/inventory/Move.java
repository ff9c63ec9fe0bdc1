package io.braid.inventory;

/** One change of the units on hand of a position; on hand is the sum of them. */
record Move(StockKey key, int delta, String reason, String reference) {
    static final String COUNT = "COUNT";
    static final String DELIVERY = "DELIVERY";
    static final String FOUND = "FOUND";
    static final String SHIPPED = "SHIPPED";
}
