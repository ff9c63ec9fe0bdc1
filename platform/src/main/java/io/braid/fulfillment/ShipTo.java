package io.braid.fulfillment;

import org.jspecify.annotations.Nullable;

/** Where a shipment goes: all that its location needs to know about the customer. */
public record ShipTo(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        String region,
        String postalCode,
        String country,
        @Nullable String phone) {}
