package io.braid.sourcing;

import io.braid.catalog.Product;
import io.braid.fulfillment.Acknowledging;
import io.braid.fulfillment.ContractedCost;
import io.braid.fulfillment.NewShipment;
import io.braid.fulfillment.NewShipmentLine;
import io.braid.fulfillment.Opening;
import io.braid.fulfillment.PlannedCarriage;
import io.braid.inventory.Claim;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Quantity;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.location.WindowBooking;
import io.braid.order.NewOrder;
import io.braid.pricing.ValidPrice;
import io.braid.routing.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a plan into claims on stock and shipments to open, and takes them off the batch's draft. */
final class Allocating {
    private final Deed deed;
    private final OrderNumber number;
    private final int firstSequence;

    private Allocating(Deed deed, OrderNumber number, int firstSequence) {
        this.deed = deed;
        this.number = number;
        this.firstSequence = firstSequence;
    }

    static Allocating of(Deed deed, OrderNumber number, int firstSequence) {
        return new Allocating(deed, number, firstSequence);
    }

    /** @param ways how each location's shipment would travel, where that was asked */
    Allocation allocate(NewOrder order, Plan plan, Facts facts, Map<String, Promised.Way> ways) {
        Map<Integer, Sku> skus = new HashMap<>();
        order.lines().forEach(line -> skus.put(line.line(), line.sku()));
        List<Claim> claims = new ArrayList<>();
        List<LocationDay> days = new ArrayList<>();
        Map<ShipmentNumber, List<WindowBooking>> bookings = new HashMap<>();
        List<Opening> openings = new ArrayList<>();
        for (Plan.Assignment assignment : plan.assignments()) {
            Location location =
                    facts.location(new LocationCode(assignment.location())).location();
            LocationDay day = new LocationDay(location.code(), location.hours().localDateAt(deed.at()));
            if (location.dailyCapacity() != null) {
                facts.room().count(day);
                days.add(day);
            }
            List<WindowBooking> taken = Rooms.bookings(location, order, assignment, deed.at());
            taken.forEach(one -> facts.room().book(one.window(), one.amount()));
            List<NewShipmentLine> lines = new ArrayList<>();
            for (Plan.Part part : assignment.parts()) {
                Sku sku = skus.get(part.line());
                if (sku == null) {
                    throw new IllegalStateException("the plan of order " + number + " names line " + part.line());
                }
                StockKey key = new StockKey(sku, location.code());
                facts.lots().take(key, part.quantity());
                claims.add(new Claim(key, new Quantity(part.quantity())));
                lines.add(line(part, sku, location, facts));
            }
            NewShipment shipment = shipment(order, location, day, openings.size(), lines)
                    .carriedBy(carriage(ways.get(assignment.location())));
            openings.add(new Opening(deed, shipment));
            bookings.put(shipment.number(), taken);
        }
        return new Allocation(claims, days, bookings, openings);
    }

    private NewShipment shipment(
            NewOrder order, Location location, LocationDay day, int index, List<NewShipmentLine> lines) {
        return new NewShipment(
                new ShipmentNumber(number, firstSequence + index),
                location.code(),
                location.vendor(),
                order.fulfillmentType(),
                day.day(),
                location.autoAcknowledge() ? Acknowledging.AUTOMATIC : Acknowledging.MANUAL,
                null,
                lines);
    }

    private static @Nullable PlannedCarriage carriage(Promised.@Nullable Way way) {
        return way == null
                ? null
                : new PlannedCarriage(
                        way.service().carrier(),
                        way.service().service(),
                        new PlannedCarriage.Freight(way.shippingCost(), way.promiseDate()));
    }

    private static NewShipmentLine line(Plan.Part part, Sku sku, Location location, Facts facts) {
        Product product = facts.products().get(sku);
        if (product == null) {
            throw new IllegalStateException("product " + sku + " was routed and is not in the catalog");
        }
        return new NewShipmentLine(part.line(), sku, product.upc(), part.quantity(), cost(product, location, facts));
    }

    /** A vendor's unit costs what the contract says today; ours what the catalog knows, if anything. */
    private static @Nullable ContractedCost cost(Product product, Location location, Facts facts) {
        Lot lot = facts.lots().at(product.sku(), location.code());
        ValidPrice price = lot == null ? null : lot.price();
        if (price != null) {
            return new ContractedCost(price.id(), price.vendorSku(), price.unitCost());
        }
        return product.unitCost() == null ? null : new ContractedCost(null, null, product.unitCost());
    }
}
