package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to be opened: the part of an order that one location is asked to ship.
 *
 * @param vendor whose location it is; null for an owned one
 * @param capacityDay the location's local day that this shipment counts for in its daily capacity
 * @param carriage how it is meant to travel; null where no carriers' tables were asked
 */
public record NewShipment(
        ShipmentNumber number,
        LocationCode location,
        @Nullable VendorCode vendor,
        String fulfillmentType,
        LocalDate capacityDay,
        Acknowledging acknowledging,
        @Nullable PlannedCarriage carriage,
        List<NewShipmentLine> lines) {
    public NewShipment {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("shipment " + number + " has no lines");
        }
    }

    public NewShipment carriedBy(@Nullable PlannedCarriage planned) {
        return new NewShipment(number, location, vendor, fulfillmentType, capacityDay, acknowledging, planned, lines);
    }

    /** The shipment that this becomes. The database keeps microseconds, so no more is promised. */
    Shipment openedAt(Instant moment, Terms terms) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        boolean automatic = acknowledging == Acknowledging.AUTOMATIC;
        return new Shipment(
                number,
                location,
                vendor,
                automatic ? ShipmentState.ACKNOWLEDGED : ShipmentState.READY,
                automatic ? 2 : 1,
                fulfillmentType,
                StepDeadlines.openedAt(at, terms, acknowledging),
                null,
                carriage,
                IntStream.rangeClosed(1, lines.size()).mapToObj(this::line).toList());
    }

    private ShipmentLine line(int line) {
        NewShipmentLine asked = lines.get(line - 1);
        ContractedCost cost = asked.cost();
        return new ShipmentLine(
                line,
                asked.orderLine(),
                asked.sku(),
                asked.upc(),
                cost == null ? null : cost.vendorSku(),
                asked.quantity(),
                acknowledging == Acknowledging.AUTOMATIC ? (Integer) asked.quantity() : null,
                0,
                0,
                cost == null ? null : cost.unitCost());
    }
}
