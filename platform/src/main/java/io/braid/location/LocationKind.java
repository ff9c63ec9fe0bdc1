package io.braid.location;

/** What sort of place a location is. */
public enum LocationKind {
    WAREHOUSE,
    DISTRIBUTION_CENTER,
    STORE,
    VENDOR
}
