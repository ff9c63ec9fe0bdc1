package io.braid.inventory;

/** Who told the count that a position shows. */
public enum StockSource {
    API,
    CSV,
    NDJSON
}
