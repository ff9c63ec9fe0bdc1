package io.braid.api;

import io.braid.fulfillment.Addressed;
import io.braid.fulfillment.CanceledItems;
import io.braid.fulfillment.CarriedOut;
import io.braid.fulfillment.Fulfillment;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentCommand;
import io.braid.fulfillment.Shipments;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shipments of every location, owned or vendor, and the two steps done on them by or for a location. */
@RestController
@RequestMapping("/api/v1/shipments")
final class ShipmentsHttp {
    private final Shipments shipments;
    private final Fulfillment fulfillment;
    private final Clock clock;

    ShipmentsHttp(Shipments shipments, Fulfillment fulfillment, Clock clock) {
        this.shipments = shipments;
        this.fulfillment = fulfillment;
        this.clock = clock;
    }

    @GetMapping
    @Needs("shipments:read")
    Page<ShipmentView> list(
            Paging paging, @ModelAttribute @ParameterObject ShipmentPaths.Filters filters, Sight sight) {
        Instant now = clock.instant();
        List<Shipment> rows = shipments.listShipments(filters.query(paging, now, sight));
        return paging.page(rows, s -> ShipmentView.of(s, now), s -> ShipmentPaths.key(s.number()));
    }

    @GetMapping("/{number}")
    @Needs("shipments:read")
    ResponseEntity<ShipmentView> read(@PathVariable String number, Sight sight) {
        Shipment shipment = shipment(number, sight);
        return Answers.versioned(
                ShipmentView.of(shipment, shipments.listNotices(shipment.number()), clock.instant()),
                shipment.version());
    }

    @GetMapping("/{number}/canceled-items")
    @Needs("shipments:read")
    Page<CanceledItemsView> canceledItems(@PathVariable String number, Paging paging, Sight sight) {
        ShipmentNumber shipment = shipment(number, sight).number();
        List<CanceledItems> rows =
                shipments.listCanceledItems(shipment, ShipmentPaths.afterRecord(paging), paging.fetch());
        return paging.page(
                rows,
                // Which other location has the units now is not the business of whoever gave them up.
                sight.isLimited() ? CanceledItemsView::withoutReplacements : CanceledItemsView::of,
                c -> List.of(Integer.toString(c.sequence())));
    }

    private Shipment shipment(String number, Sight sight) {
        return shipments
                .findShipment(ShipmentPaths.number(number))
                .filter(shipment -> sight.reaches(shipment.location()))
                .orElseThrow(Declined::notFound);
    }

    @PostMapping("/{number}/acknowledgement")
    @Needs("shipments:write")
    ResponseEntity<ShipmentView> acknowledge(
            @PathVariable String number,
            @RequestBody ShipmentBodies.Acknowledgement body,
            IfMatch ifMatch,
            Deed deed,
            Sight sight) {
        return done(carryOut(deed, addressed(number, sight, ifMatch, body.expectedVersion()), body.command()));
    }

    /** 201 for a new notice, 200 for one that is known and says the same. */
    @PostMapping("/{number}/ship-notices")
    @Needs("shipments:write")
    ResponseEntity<ShipmentView> ship(
            @PathVariable String number,
            @RequestBody ShipmentBodies.NoticeBody body,
            IfMatch ifMatch,
            Deed deed,
            Sight sight) {
        CarriedOut out = carryOut(deed, addressed(number, sight, ifMatch, body.expectedVersion()), body.command());
        return switch (out.novelty()) {
            case NEW ->
                Answers.created(
                        "/api/v1/shipments/" + out.shipment().number(),
                        view(out),
                        out.shipment().version());
            case REPEATED -> done(out);
        };
    }

    @PostMapping("/{number}/cancellations")
    @Needs("shipments:write")
    ResponseEntity<ShipmentView> cancelRemainder(
            @PathVariable String number,
            @RequestBody ShipmentBodies.Cancellation body,
            IfMatch ifMatch,
            Deed deed,
            Sight sight) {
        return done(carryOut(deed, addressed(number, sight, ifMatch, body.expectedVersion()), body.command()));
    }

    /** Takes an unacknowledged shipment back from its location and gives its units to another one. */
    @PostMapping("/{number}/withdrawal")
    @Needs("shipments:write")
    ResponseEntity<ShipmentView> withdraw(
            @PathVariable String number,
            @RequestBody ShipmentBodies.Withdrawal body,
            IfMatch ifMatch,
            Deed deed,
            Sight sight) {
        return done(carryOut(deed, addressed(number, sight, ifMatch, body.expectedVersion()), body.command()));
    }

    /** The due times stay; the expectation is shown beside them. */
    @PostMapping("/{number}/expected-ship-date")
    @Needs("shipments:write")
    ResponseEntity<ShipmentView> expect(
            @PathVariable String number,
            @RequestBody ShipmentBodies.ExpectedBody body,
            IfMatch ifMatch,
            Deed deed,
            Sight sight) {
        return done(carryOut(deed, addressed(number, sight, ifMatch, body.expectedVersion()), body.command()));
    }

    private Addressed addressed(String number, Sight sight, IfMatch ifMatch, @Nullable Integer expected) {
        ShipmentNumber shipment = sight.isLimited() ? shipment(number, sight).number() : ShipmentPaths.number(number);
        return new Addressed(shipment, ShipmentPaths.version(ifMatch.or(expected)));
    }

    private CarriedOut carryOut(Deed deed, Addressed to, ShipmentCommand command) {
        return Answers.of(fulfillment.carryOut(deed, to, command));
    }

    private ResponseEntity<ShipmentView> done(CarriedOut out) {
        return Answers.versioned(view(out), out.shipment().version());
    }

    private ShipmentView view(CarriedOut out) {
        return ShipmentView.of(out.shipment(), out.notices(), clock.instant());
    }
}
