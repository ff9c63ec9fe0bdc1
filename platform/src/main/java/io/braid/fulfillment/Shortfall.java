package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import java.util.List;

/** Units that a location gave up, one line per order line; they are open again in the order and await routing. */
public record Shortfall(ShipmentNumber shipment, LocationCode location, Step step, List<ShortLine> lines) {
    public Shortfall {
        lines = List.copyOf(lines);
    }

    /** The same shortfall, looking at some of its lines. */
    public Shortfall with(List<ShortLine> some) {
        return new Shortfall(shipment, location, step, some);
    }
}
