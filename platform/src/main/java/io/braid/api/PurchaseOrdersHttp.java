package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.fulfillment.Addressed;
import io.braid.fulfillment.CanceledItems;
import io.braid.fulfillment.CarriedOut;
import io.braid.fulfillment.Fulfillment;
import io.braid.fulfillment.PurchaseOrder;
import io.braid.fulfillment.PurchaseOrders;
import io.braid.fulfillment.ShipmentCommand;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.VendorScope;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same shipments as their vendor sees them, and the same two steps done by the vendor. */
@RestController
@RequestMapping("/api/v1/vendor/purchase-orders")
final class PurchaseOrdersHttp {
    private final PurchaseOrders orders;
    private final Fulfillment fulfillment;
    private final Clock clock;

    PurchaseOrdersHttp(PurchaseOrders orders, Fulfillment fulfillment, Clock clock) {
        this.orders = orders;
        this.fulfillment = fulfillment;
        this.clock = clock;
    }

    @GetMapping
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    Page<ShipmentView> list(
            Paging paging, Caller caller, @ModelAttribute @ParameterObject ShipmentPaths.OwnFilters filters) {
        List<PurchaseOrder> rows =
                orders.listPurchaseOrders(caller.vendorScope(), filters.query(paging, clock.instant()));
        return paging.page(
                rows,
                o -> ShipmentView.of(o, clock.instant()),
                o -> ShipmentPaths.key(o.shipment().number()));
    }

    @GetMapping("/{number}")
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    ResponseEntity<ShipmentView> read(@PathVariable String number, Caller caller) {
        PurchaseOrder order = order(caller.vendorScope(), number);
        ShipmentNumber shipment = order.shipment().number();
        return Answers.versioned(
                ShipmentView.of(order, orders.listNotices(caller.vendorScope(), shipment), clock.instant()),
                order.shipment().version());
    }

    @GetMapping("/{number}/canceled-items")
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    Page<CanceledItemsView> canceledItems(@PathVariable String number, Paging paging, Caller caller) {
        VendorScope scope = caller.vendorScope();
        ShipmentNumber shipment = order(scope, number).shipment().number();
        List<CanceledItems> rows =
                orders.listCanceledItems(scope, shipment, ShipmentPaths.afterRecord(paging), paging.fetch());
        return paging.page(rows, CanceledItemsView::withoutReplacements, c -> List.of(Integer.toString(c.sequence())));
    }

    private PurchaseOrder order(VendorScope scope, String number) {
        return orders.findPurchaseOrder(scope, ShipmentPaths.number(number)).orElseThrow(Declined::notFound);
    }

    /** A command's parts that are the same for all of them. */
    private record Order(String number, OptionalInt expected, Caller caller, Deed deed) {}

    private record Done(PurchaseOrder before, CarriedOut out) {}

    @PostMapping("/{number}/acknowledgement")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<ShipmentView> acknowledge(
            @PathVariable String number,
            @RequestBody ShipmentBodies.Acknowledgement body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        Order order = new Order(number, ifMatch.or(body.expectedVersion()), caller, deed);
        return done(carryOut(order, body.command()));
    }

    /** 201 for a new notice, 200 for one that is known and says the same. */
    @PostMapping("/{number}/ship-notices")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<ShipmentView> ship(
            @PathVariable String number,
            @RequestBody ShipmentBodies.NoticeBody body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        Done done = carryOut(new Order(number, ifMatch.or(body.expectedVersion()), caller, deed), body.command());
        return switch (done.out().novelty()) {
            case NEW ->
                Answers.created(
                        "/api/v1/vendor/purchase-orders/" + number,
                        view(done),
                        done.out().shipment().version());
            case REPEATED -> done(done);
        };
    }

    @PostMapping("/{number}/cancellations")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<ShipmentView> cancelRemainder(
            @PathVariable String number,
            @RequestBody ShipmentBodies.Cancellation body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        Order order = new Order(number, ifMatch.or(body.expectedVersion()), caller, deed);
        return done(carryOut(order, body.command()));
    }

    @PostMapping("/{number}/expected-ship-date")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<ShipmentView> expect(
            @PathVariable String number,
            @RequestBody ShipmentBodies.ExpectedBody body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        Order order = new Order(number, ifMatch.or(body.expectedVersion()), caller, deed);
        return done(carryOut(order, body.command()));
    }

    /** The purchase order is looked up first: what is not this vendor's is not there, whatever the body says. */
    private Done carryOut(Order order, ShipmentCommand command) {
        VendorScope scope = order.caller().vendorScope();
        PurchaseOrder before = order(scope, order.number());
        Addressed to = new Addressed(before.shipment().number(), ShipmentPaths.version(order.expected()));
        return new Done(before, Answers.of(fulfillment.carryOut(scope, order.deed(), to, command)));
    }

    private ResponseEntity<ShipmentView> done(Done done) {
        return Answers.versioned(view(done), done.out().shipment().version());
    }

    private ShipmentView view(Done done) {
        return ShipmentView.of(
                done.before().with(done.out().shipment()), done.out().notices(), clock.instant());
    }
}
