package io.braid.fulfillment;

import io.braid.fulfillment.VendorFigures.Figure;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;

/** Asks for the shipments of a vendor that a figure counts: those that were as they should be, or the others. */
public record Behind(
        VendorCode vendor,
        Figure figure,
        Side side,
        Performance.Period period,
        @Nullable ShipmentNumber after,
        int limit) {
    /** Which shipments of a figure. */
    public enum Side {
        GOOD,
        BAD
    }
}
