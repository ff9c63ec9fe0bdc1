package io.braid.inventory;

import java.time.Instant;

/** Units that came to a position, or were found missing: every change of it but the shipping of what was promised. */
public record Supply(StockKey key, Instant at, int units) {}
