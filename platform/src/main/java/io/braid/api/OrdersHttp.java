package io.braid.api;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.order.OrderQuery;
import io.braid.order.OrderState;
import io.braid.order.Orders;
import io.braid.sourcing.Answer;
import io.braid.sourcing.Incoming;
import io.braid.sourcing.Intake;
import io.braid.store.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders of the sales channels. */
@RestController
@RequestMapping("/api/v1/orders")
final class OrdersHttp {
    private final Intake intake;
    private final Orders orders;
    private final ShownOrders shown;
    private final Clock clock;

    OrdersHttp(Intake intake, Orders orders, ShownOrders shown, Clock clock) {
        this.intake = intake;
        this.orders = orders;
        this.shown = shown;
        this.clock = clock;
    }

    /** Accepts, routes and reserves; the answer holds the shipments. */
    @PostMapping
    @Needs("orders:write")
    @OwnIdempotency
    ResponseEntity<?> place(Deed deed, @RequestBody OrderBody body, Idempotency.@Nullable Key key) {
        NewOrder order = OrderReading.read(body, deed.at());
        Answer answer = intake.place(new Incoming(deed, order, OrderReading.fingerprint(body, order), key));
        return switch (answer) {
            case Answer.Created created -> created(created, deed.at());
            case Answer.Duplicate(OrderNumber number) -> shown(view(number));
            case Answer.Replayed(Idempotency.Answer before) -> Answers.replay(before);
            case Answer.Refused(var refusal) -> throw Declined.by(refusal);
            case Answer.Failed(RuntimeException cause) -> throw cause;
        };
    }

    private static ResponseEntity<byte[]> created(Answer.Created created, Instant now) {
        Idempotency.Answer kept = created.kept();
        return Answers.first(kept != null ? kept : OrderRendering.told(created.order(), created.shipments(), now));
    }

    /** NDJSON in, NDJSON out, a line for a line; any size, in constant memory. */
    @PostMapping("/import")
    @Needs("orders:write")
    @Streaming
    void importOrders(Deed deed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        Deed imported = new Deed(deed.actor(), deed.at(), "IMPORT", deed.correlationId());
        new OrderImport(intake, clock, imported).run(request.getInputStream(), response.getOutputStream());
    }

    @GetMapping("/{orderNumber}")
    @Needs("orders:read")
    ResponseEntity<OrderView> order(@PathVariable("orderNumber") String orderNumber) {
        return shown(view(number(orderNumber)));
    }

    @GetMapping
    @Needs("orders:read")
    Page<OrderView> list(
            @RequestParam(name = "channel", required = false) @Nullable String channel,
            @RequestParam(name = "externalNumber", required = false) @Nullable String externalNumber,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "sku", required = false) @Nullable String sku,
            Paging paging) {
        Faults faults = new Faults();
        OrderState wanted = faults.optionalChoice("/state", state, OrderState.class);
        Sku product = faults.optional("/sku", sku, Sku::new);
        faults.refuseIfAny();
        Long before = paging.after(key -> Long.parseLong(key.getFirst()));
        List<Order> found = orders.listOrders(new OrderQuery(
                channel, externalNumber, wanted, product, before == null ? Long.MAX_VALUE : before, paging.fetch()));
        Map<OrderNumber, OrderView> views = shown.of(found);
        return paging.page(
                found,
                order -> Objects.requireNonNull(views.get(order.number())),
                order -> List.of(order.number().toString()));
    }

    private OrderView view(OrderNumber number) {
        return shown.of(orders.findOrder(number).orElseThrow(Declined::notFound));
    }

    private static ResponseEntity<OrderView> shown(OrderView view) {
        return Answers.versioned(view, view.version());
    }

    /** What is no order number is no order. */
    static OrderNumber number(String text) {
        try {
            return OrderNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }
}
