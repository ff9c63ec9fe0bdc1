package io.braid.fulfillment;

import io.braid.kernel.ShipmentNumber;
import java.time.Instant;
import java.util.List;

/**
 * Units branched off a shipment because they will not ship, under a number of their own ({@code 100000001-1-C1}).
 *
 * @param replacements the shipments that took them over
 */
public record CanceledItems(
        ShipmentNumber shipment,
        int sequence,
        Instant at,
        Step step,
        Disposition disposition,
        List<ShipmentNumber> replacements,
        List<Cut> lines) {
    public CanceledItems {
        replacements = List.copyOf(replacements);
        lines = List.copyOf(lines);
    }

    public String number() {
        return shipment + "-C" + sequence;
    }
}
