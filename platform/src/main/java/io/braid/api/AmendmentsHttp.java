package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.fulfillment.ShipTo;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.sourcing.Amendment;
import io.braid.sourcing.AmendmentQuery;
import io.braid.sourcing.Amendments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers ask of vendors that have the purchase order already, and what the vendors answer. */
@RestController
@RequestMapping("/api/v1")
final class AmendmentsHttp {
    private static final int COMMENT_MAX = 1_000;

    private final Amendments amendments;

    AmendmentsHttp(Amendments amendments) {
        this.amendments = amendments;
    }

    /** The same to the operator and to the vendor, who is told no address that it has no need of. */
    record AmendmentView(
            UUID id,
            ShipmentNumber shipment,
            VendorCode vendor,
            Amendment.Kind kind,
            Amendment.State state,
            @Nullable ShipTo shipTo,
            Instant requestedAt,
            @Nullable Instant answeredAt,
            @Nullable String comment,
            int version) {
        static AmendmentView of(Amendment amendment) {
            return new AmendmentView(
                    amendment.id(),
                    amendment.shipment(),
                    amendment.vendor(),
                    amendment.kind(),
                    amendment.state(),
                    amendment.shipTo(),
                    amendment.requestedAt(),
                    amendment.answeredAt(),
                    amendment.comment(),
                    amendment.version());
        }

        static List<String> key(Amendment amendment) {
            return List.of(amendment.id().toString());
        }
    }

    record RefusalBody(@Nullable String comment) {}

    @GetMapping("/amendments")
    @Needs("orders:read")
    Page<AmendmentView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        OrderNumber of = faults.optional("/order", order, OrderNumber::parse);
        VendorCode asked = faults.optional("/vendor", vendor, VendorCode::new);
        Amendment.State wanted = faults.optionalChoice("/state", state, Amendment.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        return paging.page(
                amendments.listAmendments(new AmendmentQuery(asked, wanted, of, after, paging.fetch())),
                AmendmentView::of,
                AmendmentView::key);
    }

    @GetMapping("/vendor/amendments")
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    Page<AmendmentView> own(Paging paging, Caller caller, @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        Amendment.State wanted = faults.optionalChoice("/state", state, Amendment.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        AmendmentQuery query = new AmendmentQuery(null, wanted, null, after, paging.fetch());
        return paging.page(
                amendments.listAmendments(caller.vendorScope(), query), AmendmentView::of, AmendmentView::key);
    }

    @GetMapping("/vendor/amendments/{id}")
    @Needs(value = "shipments:read", audience = Audience.VENDOR)
    ResponseEntity<AmendmentView> ownOne(@PathVariable String id, Caller caller) {
        Amendment found =
                amendments.findAmendment(caller.vendorScope(), Paths.id(id)).orElseThrow(Declined::notFound);
        return answer(found);
    }

    /** What has not left is canceled, or goes to the new address; TOO_LATE when everything has left. */
    @PostMapping("/vendor/amendments/{id}/acceptance")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<AmendmentView> accept(@PathVariable String id, Caller caller, Deed deed) {
        return answer(Answers.of(amendments.accept(caller.vendorScope(), deed, Paths.id(id))));
    }

    @PostMapping("/vendor/amendments/{id}/refusal")
    @Needs(value = "shipments:write", audience = Audience.VENDOR)
    ResponseEntity<AmendmentView> refuse(
            @PathVariable String id, @RequestBody RefusalBody body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String comment = faults.text("/comment", body.comment(), COMMENT_MAX);
        faults.refuseIfAny();
        return answer(Answers.of(amendments.refuse(caller.vendorScope(), deed, Paths.id(id), Faults.known(comment))));
    }

    private static ResponseEntity<AmendmentView> answer(Amendment amendment) {
        return Answers.versioned(AmendmentView.of(amendment), amendment.version());
    }
}
