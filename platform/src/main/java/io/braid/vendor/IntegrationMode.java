package io.braid.vendor;

/** How a vendor works with us. All ways lead to the same records, so it may change at any time. */
public enum IntegrationMode {
    EDI,
    API,
    PORTAL
}
