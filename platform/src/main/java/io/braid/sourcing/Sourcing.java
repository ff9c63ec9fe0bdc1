package io.braid.sourcing;

import io.braid.fulfillment.Fulfillment;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.Shipments;
import io.braid.fulfillment.ShortLine;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.LineChange;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.order.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders on their way: what was decided about them and why, and taking back what is ours to take back. Placing is
 * {@link Intake}'s, asking vendors {@link Amendments}'.
 */
public final class Sourcing {
    private final DecisionStore decisions;
    private final Orders orders;
    private final Shipments shipments;
    private final Fulfillment fulfillment;

    Sourcing(OrderPath.Parts parts, Fulfillment fulfillment) {
        this.decisions = parts.decisions();
        this.orders = parts.orders();
        this.shipments = parts.shipments();
        this.fulfillment = fulfillment;
    }

    /** The decisions on an order behind a given one, by their running number from 1, oldest first. */
    public List<Decided> decisionsOf(OrderNumber order, int after, int limit) {
        return decisions.decisionsOf(order, after, limit);
    }

    /** The order under its lock, if it is there and as the caller saw it. */
    Outcome<Order> locked(OrderNumber number, @Nullable Integer expectedVersion) {
        Optional<Order> locked = orders.lock(number);
        if (locked.isEmpty()) {
            return Outcome.refused(new OrderRefusal.NoSuchOrder());
        }
        int current = locked.get().version();
        return expectedVersion != null && expectedVersion != current
                ? Outcome.refused(new OrderRefusal.VersionConflict(expectedVersion, current))
                : Outcome.done(locked.get());
    }

    /**
     * Cancels whatever of a locked order has not shipped and is still the operator's to cancel: open units, and units
     * at owned locations. A vendor that has its purchase order keeps it until it agrees. Empty when there is nothing.
     */
    Optional<Order> cancelOwn(Deed deed, Order order) {
        Map<Integer, LineChange> changes = open(order);
        for (Shipment shipment : shipments.listByOrder(order.number())) {
            if (shipment.vendor() == null && isOpen(shipment.state())) {
                withdraw(deed, shipment.number(), changes);
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(orders.change(deed, order.number(), "OrderCanceled", List.copyOf(changes.values())));
    }

    private static Map<Integer, LineChange> open(Order order) {
        Map<Integer, LineChange> changes = new TreeMap<>();
        for (OrderLine line : order.lines()) {
            if (line.open() > 0) {
                changes.put(line.line(), LineChange.cancelOpen(line.line(), line.open()));
            }
        }
        return changes;
    }

    /** Cancels what one shipment of a locked order has not shipped; of a canceled order nothing stays open. */
    void cancelAt(Deed deed, Order order, ShipmentNumber shipment) {
        Map<Integer, LineChange> changes = open(order);
        withdraw(deed, shipment, changes);
        orders.change(deed, order.number(), "OrderCanceled", List.copyOf(changes.values()));
    }

    static boolean isOpen(ShipmentState state) {
        return switch (state) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> true;
            case SHIPPED, CANCELED, REASSIGNED -> false;
        };
    }

    private void withdraw(Deed deed, ShipmentNumber shipment, Map<Integer, LineChange> changes) {
        List<ShortLine> freed = fulfillment.cancelUnshipped(deed, shipment).orThrow();
        for (ShortLine line : freed) {
            changes.merge(
                    line.orderLine(), LineChange.cancelAssigned(line.orderLine(), line.quantity()), LineChange::and);
        }
    }
}
