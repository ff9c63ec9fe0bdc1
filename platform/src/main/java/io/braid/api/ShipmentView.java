package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.fulfillment.Expectation;
import io.braid.fulfillment.NoticePackage;
import io.braid.fulfillment.PlannedCarriage;
import io.braid.fulfillment.PurchaseOrder;
import io.braid.fulfillment.ShipNotice;
import io.braid.fulfillment.ShipTo;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentLine;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.SlaStatus;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as the API shows it, to the operator and to its vendor alike. Lists leave out the ship notices; only a
 * vendor is told here what its order is and where it goes.
 */
record ShipmentView(
        ShipmentNumber shipmentNumber,
        LocationCode location,
        @Nullable VendorCode vendor,
        ShipmentState state,
        SlaStatus slaStatus,
        Instant acknowledgeBy,
        Instant shipBy,
        @Nullable Instant atRiskFrom,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant shippedAt,
        @Nullable Expected expected,
        @Nullable Carriage carriage,
        int version,
        List<Line> lines,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OrderPart order,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShipTo shipTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Notice> shipNotices) {
    /** When the location says it will ship, beside what was promised. */
    record Expected(
            LocalDate shipDate,
            Expectation.Reason reason,
            @Nullable String note,
            Instant toldAt) {
        static @Nullable Expected of(@Nullable Expectation expected) {
            return expected == null
                    ? null
                    : new Expected(expected.shipDate(), expected.reason(), expected.note(), expected.toldAt());
        }
    }

    /**
     * How routing meant it to travel; what that costs and the day told for it are the operator's alone. A ship notice
     * may name another carrier.
     */
    record Carriage(
            String carrier,
            String service,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money cost,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate promiseDate) {
        static @Nullable Carriage of(@Nullable PlannedCarriage planned) {
            if (planned == null) {
                return null;
            }
            PlannedCarriage.Freight freight = planned.freight();
            return freight == null
                    ? new Carriage(planned.carrier(), planned.service(), null, null)
                    : new Carriage(planned.carrier(), planned.service(), freight.cost(), freight.promiseDate());
        }
    }

    record Line(
            int line,
            int orderLine,
            Sku sku,
            Upc upc,
            @Nullable String vendorSku,
            int quantity,
            @Nullable Integer accepted,
            int shipped,
            int canceled,
            @Nullable UnitCost unitCost) {
        static Line of(ShipmentLine line) {
            return new Line(
                    line.line(),
                    line.orderLine(),
                    line.sku(),
                    line.upc(),
                    line.vendorSku(),
                    line.quantity(),
                    line.accepted(),
                    line.shipped(),
                    line.canceled(),
                    line.unitCost());
        }
    }

    /** What a vendor may know of the order that its shipment is part of. */
    record OrderPart(
            String channel,
            String externalNumber,
            Instant placedAt,
            String fulfillmentType,
            @Nullable String requestedService,
            @Nullable String giftMessage) {}

    record Notice(String noticeNumber, Instant shippedAt, List<NoticePackage> packages) {
        static Notice of(ShipNotice notice) {
            return new Notice(notice.number(), notice.shippedAt(), notice.packages());
        }
    }

    static ShipmentView of(Shipment shipment, Instant now) {
        return view(shipment, now, null, null);
    }

    static ShipmentView of(PurchaseOrder order, Instant now) {
        return view(order.shipment(), now, order, null);
    }

    static ShipmentView of(Shipment shipment, List<ShipNotice> notices, Instant now) {
        return view(shipment, now, null, notices);
    }

    static ShipmentView of(PurchaseOrder order, List<ShipNotice> notices, Instant now) {
        return view(order.shipment(), now, order, notices);
    }

    private static ShipmentView view(
            Shipment shipment, Instant now, @Nullable PurchaseOrder order, @Nullable List<ShipNotice> notices) {
        return new ShipmentView(
                shipment.number(),
                shipment.location(),
                shipment.vendor(),
                shipment.state(),
                shipment.slaStatusAt(now),
                shipment.times().acknowledgeBy(),
                shipment.times().shipBy(),
                shipment.atRiskFrom(),
                shipment.times().acknowledgedAt(),
                shipment.times().shippedAt(),
                Expected.of(shipment.expected()),
                Carriage.of(shipment.carriage()),
                shipment.version(),
                shipment.lines().stream().map(Line::of).toList(),
                order == null ? null : order(shipment, order),
                order == null ? null : order.shipTo(),
                notices == null ? null : notices.stream().map(Notice::of).toList());
    }

    private static OrderPart order(Shipment shipment, PurchaseOrder order) {
        return new OrderPart(
                order.channel(),
                order.externalNumber(),
                order.placedAt(),
                shipment.fulfillmentType(),
                order.requestedService(),
                order.giftMessage());
    }
}
