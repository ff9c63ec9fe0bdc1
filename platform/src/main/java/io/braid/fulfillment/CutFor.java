package io.braid.fulfillment;

/** For whose sake units of a shipment will not ship: the location gave them up, or the order no longer wants them. */
enum CutFor {
    LOCATION,
    ORDER
}
