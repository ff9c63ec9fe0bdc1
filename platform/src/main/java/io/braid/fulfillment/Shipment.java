package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an order assigned to one location; a vendor's purchase order is this same row. Its version is the number
 * of its journal entries.
 *
 * @param vendor whose location it is; null for an owned one
 * @param expected when the location says it will ship, if it ever said anything else than was promised
 * @param carriage how it was meant to travel; null where no carriers' tables were asked
 */
public record Shipment(
        ShipmentNumber number,
        LocationCode location,
        @Nullable VendorCode vendor,
        ShipmentState state,
        int version,
        String fulfillmentType,
        ShipmentTimes times,
        @Nullable Expectation expected,
        @Nullable PlannedCarriage carriage,
        List<ShipmentLine> lines) {
    public Shipment {
        lines = List.copyOf(lines);
    }

    public SlaStatus slaStatusAt(Instant now) {
        return StepDeadlines.status(state, times, now);
    }

    /** From when on the open step is at risk; null when no step is open. */
    public @Nullable Instant atRiskFrom() {
        return switch (state) {
            case READY -> times.terms().acknowledge().riskFrom();
            case ACKNOWLEDGED, PARTIALLY_SHIPPED -> times.terms().ship().riskFrom();
            case SHIPPED, CANCELED, REASSIGNED -> null;
        };
    }

    Shipment withLines(List<ShipmentLine> lines) {
        return new Shipment(
                number, location, vendor, state, version, fulfillmentType, times, expected, carriage, lines);
    }

    /** Without what its carriage costs: the operator's business alone. */
    Shipment forVendor() {
        PlannedCarriage known = carriage == null ? null : carriage.forVendor();
        return new Shipment(number, location, vendor, state, version, fulfillmentType, times, expected, known, lines);
    }

    ShipmentLine line(int number) {
        return lines.stream()
                .filter(l -> l.line() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("shipment " + this.number + " has no line " + number));
    }
}
