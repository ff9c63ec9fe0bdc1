package io.braid.api;

import io.braid.kernel.OrderNumber;
import io.braid.location.Locations;
import io.braid.order.Orders;
import io.braid.sourcing.Decided;
import io.braid.sourcing.Sourcing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why an order's units went where they went. */
@RestController
@RequestMapping("/api/v1/orders/{orderNumber}/decisions")
final class DecisionsHttp {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Orders orders;
    private final Sourcing sourcing;
    private final Locations locations;

    DecisionsHttp(Orders orders, Sourcing sourcing, Locations locations) {
        this.orders = orders;
        this.sourcing = sourcing;
        this.locations = locations;
    }

    /** Every decision on the order, with every candidate; as sentences where {@code format} is {@code text}. */
    @GetMapping
    @Needs("orders:read")
    ResponseEntity<?> decisions(
            @PathVariable("orderNumber") String orderNumber,
            @RequestParam(name = "format", required = false) @Nullable String format) {
        OrderNumber number = OrdersHttp.number(orderNumber);
        if (orders.findOrder(number).isEmpty()) {
            throw Declined.notFound();
        }
        List<Decided> decided = sourcing.decisionsOf(number);
        if (format == null || format.equals("json")) {
            return ResponseEntity.ok(
                    Map.of("items", decided.stream().map(DecisionView::of).toList()));
        }
        if (!format.equals("text")) {
            throw Declined.badParameter("format", "is json or text");
        }
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .body(DecisionLines.of(decided, locations.findAll(DecisionLines.codes(decided))));
    }
}
