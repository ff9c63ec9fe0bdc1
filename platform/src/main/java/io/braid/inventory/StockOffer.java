package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;

/** What a location could send of a product at the moment of asking: at least one unit, promised to nobody yet. */
public record StockOffer(Sku sku, LocationCode location, int available) {}
