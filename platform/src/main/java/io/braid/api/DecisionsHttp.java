package io.braid.api;

import io.braid.kernel.OrderNumber;
import io.braid.location.Locations;
import io.braid.order.Orders;
import io.braid.sourcing.Decided;
import io.braid.sourcing.Sourcing;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    /** Each holds every candidate that was looked at. */
    private static final int DECISIONS_MAX = 20;

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Orders orders;
    private final Sourcing sourcing;
    private final Locations locations;

    DecisionsHttp(Orders orders, Sourcing sourcing, Locations locations) {
        this.orders = orders;
        this.sourcing = sourcing;
        this.locations = locations;
    }

    /**
     * The decisions on the order, oldest first, with every candidate; as sentences where {@code format} is
     * {@code text}, and then the header {@code Next-Cursor} leads to the next page. At most 20 on a page, because each
     * may be large.
     */
    @GetMapping
    @Needs("orders:read")
    ResponseEntity<?> decisions(
            @PathVariable("orderNumber") String orderNumber,
            Paging asked,
            @RequestParam(name = "format", required = false) @Nullable String format) {
        OrderNumber number = OrdersHttp.number(orderNumber);
        if (orders.findOrder(number).isEmpty()) {
            throw Declined.notFound();
        }
        Paging paging = asked.atMost(DECISIONS_MAX);
        Integer after = paging.after(key -> Integer.valueOf(key.getFirst()));
        Page<Decided> page = paging.page(
                sourcing.decisionsOf(number, after == null ? 0 : after, paging.fetch()),
                one -> one,
                last -> List.of(Integer.toString(last.seq())));
        if (format == null || format.equals("json")) {
            return ResponseEntity.ok(
                    new Page<>(page.items().stream().map(DecisionView::of).toList(), page.nextCursor()));
        }
        if (!format.equals("text")) {
            throw Declined.badParameter("format", "is json or text");
        }
        return sentences(page);
    }

    private ResponseEntity<String> sentences(Page<Decided> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(PLAIN);
        if (page.nextCursor() != null) {
            answer.header("Next-Cursor", page.nextCursor());
        }
        List<Decided> decided = page.items();
        return answer.body(DecisionLines.of(decided, locations.findAll(DecisionLines.codes(decided))));
    }
}
