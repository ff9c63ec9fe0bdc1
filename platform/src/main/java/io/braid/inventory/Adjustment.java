package io.braid.inventory;

/** So many units more, or fewer, and why. */
public record Adjustment(StockKey key, int delta, String reason) {}
