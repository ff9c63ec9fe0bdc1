package io.braid.fulfillment;

import org.jspecify.annotations.Nullable;

/** Units of a shipment line that will not ship, and why. */
public record Cut(
        int line,
        int quantity,
        CancelReason reason,
        @Nullable String note) {}
