package io.braid.carriage;

/** What a file says about the rows it does not name. */
public enum TableMode {
    /** They stay. */
    INCREMENTAL,
    /** Those of the carriers it names go. */
    FULL
}
