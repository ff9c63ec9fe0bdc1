package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.fulfillment.CanceledItems;
import io.braid.fulfillment.Cut;
import io.braid.fulfillment.Disposition;
import io.braid.fulfillment.Step;
import io.braid.kernel.ShipmentNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A canceled-items record. {@code replacementShipment} is the first of its replacements, usually the only one. */
record CanceledItemsView(
        String number,
        ShipmentNumber shipment,
        Instant at,
        Step step,
        List<Cut> lines,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Disposition disposition,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShipmentNumber replacementShipment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShipmentNumber> replacementShipments) {
    static CanceledItemsView of(CanceledItems items) {
        List<ShipmentNumber> replacements = items.replacements();
        return new CanceledItemsView(
                items.number(),
                items.shipment(),
                items.at(),
                items.step(),
                items.lines(),
                items.disposition(),
                replacements.isEmpty() ? null : replacements.getFirst(),
                replacements);
    }

    /** For whoever gave the units up: which other location has them now is not its business. */
    static CanceledItemsView withoutReplacements(CanceledItems items) {
        return new CanceledItemsView(
                items.number(),
                items.shipment(),
                items.at(),
                items.step(),
                items.lines(),
                items.disposition(),
                null,
                null);
    }
}
