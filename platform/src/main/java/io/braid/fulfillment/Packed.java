package io.braid.fulfillment;

/** Units of a shipment line in a package. */
public record Packed(int line, int quantity) {}
