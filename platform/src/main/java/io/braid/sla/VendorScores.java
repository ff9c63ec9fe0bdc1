package io.braid.sla;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.Location;
import io.braid.location.Locations;
import io.braid.sourcing.LocationScores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A location does as well as its vendor; an owned one has no score. Read anew with every batch that asks. */
final class VendorScores implements LocationScores {
    private final ScorecardStore store;
    private final Locations locations;

    VendorScores(ScorecardStore store, Locations locations) {
        this.store = store;
        this.locations = locations;
    }

    @Override
    public Map<LocationCode, BigDecimal> of(Collection<LocationCode> codes, Instant at) {
        Collection<Location> where = locations.findAll(codes).values();
        Set<VendorCode> vendors =
                where.stream().map(Location::vendor).filter(Objects::nonNull).collect(Collectors.toSet());
        if (vendors.isEmpty()) {
            return Map.of();
        }
        Map<VendorCode, BigDecimal> scores = store.scores(vendors);
        Map<LocationCode, BigDecimal> known = new HashMap<>();
        for (Location location : where) {
            BigDecimal score = location.vendor() == null ? null : scores.get(location.vendor());
            if (score != null) {
                known.put(location.code(), score);
            }
        }
        return known;
    }
}
