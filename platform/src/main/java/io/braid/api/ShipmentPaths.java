package io.braid.api;

import io.braid.fulfillment.ShipmentQuery;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.SlaStatus;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How paths, filters and cursors of shipments are read. */
final class ShipmentPaths {
    private ShipmentPaths() {}

    static ShipmentNumber number(String text) {
        try {
            return ShipmentNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }

    /** The filters of a list as they came in. */
    record Filters(
            @Nullable String state,
            @Nullable String slaStatus,
            @Nullable String location,
            @Nullable String vendor,
            @Nullable String order) {
        ShipmentQuery query(Paging paging, Instant now, Sight sight) {
            Faults faults = new Faults();
            ShipmentState inState = faults.optionalChoice("/state", state, ShipmentState.class);
            SlaStatus withStatus = faults.optionalChoice("/slaStatus", slaStatus, SlaStatus.class);
            LocationCode at = faults.optional("/location", location, LocationCode::new);
            VendorCode of = faults.optional("/vendor", vendor, VendorCode::new);
            OrderNumber from = faults.optional("/order", order, OrderNumber::parse);
            faults.refuseIfAny();
            ShipmentNumber after = paging.after(key -> ShipmentNumber.parse(key.getFirst()));
            return new ShipmentQuery(inState, withStatus, sight.locations(at), of, from, after, now, paging.fetch());
        }
    }

    /** A vendor's filters: it asks for its own without saying whose. */
    record OwnFilters(
            @Nullable String state,
            @Nullable String slaStatus,
            @Nullable String location,
            @Nullable String order) {
        ShipmentQuery query(Paging paging, Instant now) {
            return new Filters(state, slaStatus, location, null, order).query(paging, now, Sight.OF_ALL);
        }
    }

    static List<String> key(ShipmentNumber number) {
        return List.of(number.toString());
    }

    static int afterRecord(Paging paging) {
        Integer after = paging.after(key -> Integer.valueOf(key.getFirst()));
        return after == null ? 0 : after;
    }

    static @Nullable Integer version(OptionalInt expected) {
        return expected.isPresent() ? (Integer) expected.getAsInt() : null;
    }
}
