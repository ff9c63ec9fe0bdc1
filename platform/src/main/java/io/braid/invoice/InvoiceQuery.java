package io.braid.invoice;

import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;

/** What a list of invoices is asked for: null is any. By vendor and running number, from after a given one. */
public record InvoiceQuery(
        @Nullable VendorCode vendor,
        @Nullable ShipmentNumber shipment,
        @Nullable InvoiceNumber after,
        int limit) {
    InvoiceQuery of(VendorCode only) {
        return new InvoiceQuery(only, shipment, after, limit);
    }
}
