package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of shipments is asked for: null is any. Ascending by number, from after a given one.
 *
 * @param now the moment that {@code slaStatus} is meant at
 */
public record ShipmentQuery(
        @Nullable ShipmentState state,
        @Nullable SlaStatus slaStatus,
        @Nullable List<LocationCode> locations,
        @Nullable VendorCode vendor,
        @Nullable OrderNumber order,
        @Nullable ShipmentNumber after,
        Instant now,
        int limit) {
    ShipmentQuery of(VendorCode only) {
        return new ShipmentQuery(state, slaStatus, locations, only, order, after, now, limit);
    }
}
