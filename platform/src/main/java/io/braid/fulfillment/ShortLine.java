package io.braid.fulfillment;

import io.braid.kernel.Sku;

/** Units of one order line that a shipment will not ship. */
public record ShortLine(int orderLine, Sku sku, int quantity) {}
