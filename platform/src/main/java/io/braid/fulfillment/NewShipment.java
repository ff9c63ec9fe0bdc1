package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to be opened: the part of an order that one location is asked to ship.
 *
 * @param vendor whose location it is; null for an owned one
 * @param capacityDay the location's local day that this shipment counts for in its daily capacity
 */
public record NewShipment(
        ShipmentNumber number,
        LocationCode location,
        @Nullable VendorCode vendor,
        String fulfillmentType,
        LocalDate capacityDay,
        Acknowledging acknowledging,
        List<NewShipmentLine> lines) {
    public NewShipment {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("shipment " + number + " has no lines");
        }
    }
}
