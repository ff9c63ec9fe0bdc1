package io.braid.fulfillment;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import org.jspecify.annotations.Nullable;

/**
 * Units of one order line at one location: {@code quantity = shipped + canceled + outstanding}, and never more shipped
 * than accepted.
 *
 * @param accepted what step 1 promised; null until then
 */
public record ShipmentLine(
        int line,
        int orderLine,
        Sku sku,
        Upc upc,
        @Nullable String vendorSku,
        int quantity,
        @Nullable Integer accepted,
        int shipped,
        int canceled,
        @Nullable UnitCost unitCost) {

    /** What the location still has to ship. */
    public int outstanding() {
        return quantity - shipped - canceled;
    }

    ShipmentLine acknowledged(int units) {
        return with(units, shipped, quantity - units);
    }

    ShipmentLine shipping(int units) {
        return with(accepted, shipped + units, canceled);
    }

    ShipmentLine canceling(int units) {
        return with(accepted, shipped, canceled + units);
    }

    private ShipmentLine with(@Nullable Integer accepted, int shipped, int canceled) {
        return new ShipmentLine(line, orderLine, sku, upc, vendorSku, quantity, accepted, shipped, canceled, unitCost);
    }
}
