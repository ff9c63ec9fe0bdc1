package io.braid.api;

import io.braid.fulfillment.Shipment;
import io.braid.order.Order;
import io.braid.sourcing.Rendering;
import io.braid.store.Idempotency;
import io.braid.store.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a placed order, made where it is placed. */
final class OrderRendering implements Rendering {
    static final String PATH = "/api/v1/orders/";

    @Override
    public Idempotency.Answer answer(Order order, List<Shipment> shipments, Instant now) {
        return told(order, shipments, now);
    }

    static Idempotency.Answer told(Order order, List<Shipment> shipments, Instant now) {
        return new Idempotency.Answer(201, headers(order), Json.bytes(OrderView.of(order, shipments, now)));
    }

    private static Map<String, String> headers(Order order) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Location", PATH + order.number());
        headers.put("ETag", IfMatch.etag(order.version()));
        return headers;
    }
}
