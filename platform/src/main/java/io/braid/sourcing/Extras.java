package io.braid.sourcing;

import io.braid.criteria.BatchRows;
import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.routing.Candidate;
import java.math.BigDecimal;
import java.util.Map;

/** Facts that are read only for a strategy that asks for them. */
record Extras(BatchRows rows, Map<StockKey, Candidate.Shelf> shelves, Map<LocationCode, BigDecimal> scores) {
    static final Extras NONE = new Extras(BatchRows.NONE, Map.of(), Map.of());
}
