package io.braid.fulfillment;

/** Where a shipment stands between its two steps. The last three are final. */
public enum ShipmentState {
    READY,
    ACKNOWLEDGED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELED,
    REASSIGNED;

    public boolean closed() {
        return switch (this) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> false;
            case SHIPPED, CANCELED, REASSIGNED -> true;
        };
    }
}
