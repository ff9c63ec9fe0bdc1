package io.braid.fulfillment;

import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import org.jspecify.annotations.Nullable;

/** Units of one order line that a location is to ship. Lines of a shipment are numbered from 1 in their order. */
public record NewShipmentLine(
        int orderLine,
        Sku sku,
        Upc upc,
        int quantity,
        @Nullable ContractedCost cost) {}
