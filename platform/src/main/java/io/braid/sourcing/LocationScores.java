package io.braid.sourcing;

import io.braid.kernel.LocationCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** How well locations have done, 0 to 10; one without a past is left out. Asked only by strategies that name it. */
@FunctionalInterface
public interface LocationScores {
    /** Nobody keeps score. */
    LocationScores NONE = (locations, at) -> Map.of();

    Map<LocationCode, BigDecimal> of(Collection<LocationCode> locations, Instant at);
}
