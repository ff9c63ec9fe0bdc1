package io.braid.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as a channel sends it; nothing is checked yet but the JSON. */
record OrderBody(
        @Nullable String channel,
        @Nullable String externalNumber,
        @Nullable String currency,
        @Nullable String placedAt,
        @Nullable CustomerBody customer,
        @Nullable ShipToBody shipTo,
        @Nullable String fulfillmentType,
        @Nullable String requestedService,
        @Nullable String giftMessage,
        @Nullable Map<String, Object> attributes,
        @Nullable List<@Nullable LineBody> lines) {

    record CustomerBody(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record ShipToBody(
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String phone,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    record LineBody(
            @Nullable Integer line,
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable MoneyField unitPrice,
            @Nullable Map<String, Object> attributes) {}
}
