package io.braid.fulfillment;

import io.braid.kernel.ShipmentNumber;
import java.util.List;

/** What was done about a shortfall, and the shipments that take its place. */
public record Resolution(Disposition disposition, List<ShipmentNumber> replacements) {
    public Resolution {
        replacements = List.copyOf(replacements);
    }

    public static Resolution of(Disposition disposition) {
        return new Resolution(disposition, List.of());
    }
}
