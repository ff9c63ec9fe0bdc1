package io.braid.inventory;

import io.braid.kernel.Quantity;

/** Units of one position that a shipment line asks for, gives back or sends off. */
public record Claim(StockKey key, Quantity quantity) {}
