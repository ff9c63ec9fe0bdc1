package io.braid.fulfillment;

import io.braid.journal.Deed;

/** A shipment about to be opened, with whose deed it is: a batch holds those of many. */
public record Opening(Deed deed, NewShipment shipment) {}
