package io.braid.fulfillment;

/** Where a shipment stands between its two steps. The last three are final. */
public enum ShipmentState {
    READY,
    ACKNOWLEDGED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELED,
    REASSIGNED;

    /** Whether anything of it has left or is still to leave. */
    public boolean goesAnywhere() {
        return switch (this) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED, SHIPPED -> true;
            case CANCELED, REASSIGNED -> false;
        };
    }

    public boolean closed() {
        return switch (this) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> false;
            case SHIPPED, CANCELED, REASSIGNED -> true;
        };
    }
}
