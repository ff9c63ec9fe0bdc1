package io.braid.order;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as a channel places it, checked for form; whether its products exist is for the path to find out. */
public record NewOrder(
        ExternalNumber external,
        Currency currency,
        Instant placedAt,
        String fulfillmentType,
        @Nullable String requestedService,
        Map<String, Object> attributes,
        Customer customer,
        ShipTo shipTo,
        @Nullable String giftMessage,
        List<Line> lines) {
    public NewOrder {
        lines = List.copyOf(lines);
    }

    /** The same order, placed at another moment. */
    public NewOrder placedAt(Instant at) {
        return new NewOrder(
                external,
                currency,
                at,
                fulfillmentType,
                requestedService,
                attributes,
                customer,
                shipTo,
                giftMessage,
                lines);
    }

    /** Who bought; personal, and never shown to a vendor. */
    public record Customer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** Where it goes; the point is the channel's own when it knows better than the postal code. */
    public record ShipTo(
            String name,
            String line1,
            @Nullable String line2,
            String city,
            String region,
            PostalCode postalCode,
            @Nullable String phone,
            @Nullable GeoPoint point) {}

    public record Line(int line, Sku sku, int quantity, SellingPrice unitPrice, Map<String, Object> attributes) {}
}
