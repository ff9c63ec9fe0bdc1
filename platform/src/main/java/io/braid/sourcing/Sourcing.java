package io.braid.sourcing;

import io.braid.fulfillment.Fulfillment;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.Shipments;
import io.braid.fulfillment.ShortLine;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.order.LineChange;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.order.Orders;
import io.braid.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders on their way: what was decided about them and why, and taking them back. Placing is {@link Intake}'s. */
public final class Sourcing {
    private final DecisionStore decisions;
    private final Orders orders;
    private final Shipments shipments;
    private final Fulfillment fulfillment;
    private final Transactions transactions;

    Sourcing(OrderPath.Parts parts, Fulfillment fulfillment) {
        this.decisions = parts.decisions();
        this.orders = parts.orders();
        this.shipments = parts.shipments();
        this.transactions = parts.transactions();
        this.fulfillment = fulfillment;
    }

    public List<Decided> decisionsOf(OrderNumber order) {
        return decisions.decisionsOf(order);
    }

    /**
     * Cancels whatever of an order has not shipped and is still the operator's to cancel: open units, and units at
     * owned locations. A vendor that already has its purchase order keeps it; asking a vendor to give one up is not
     * a command but a request.
     */
    public Outcome<Order> cancel(Deed deed, OrderNumber number, @Nullable Integer expectedVersion) {
        return transactions.decide(() -> {
            Optional<Order> locked = orders.lock(number);
            if (locked.isEmpty()) {
                return Outcome.refused(new OrderRefusal.NoSuchOrder());
            }
            Order order = locked.get();
            if (expectedVersion != null && expectedVersion != order.version()) {
                return Outcome.refused(new OrderRefusal.VersionConflict(expectedVersion, order.version()));
            }
            Map<Integer, LineChange> changes = new TreeMap<>();
            for (OrderLine line : order.lines()) {
                if (line.open() > 0) {
                    changes.put(line.line(), LineChange.cancelOpen(line.line(), line.open()));
                }
            }
            for (Shipment shipment : shipments.listByOrder(number)) {
                if (shipment.vendor() == null && isOpen(shipment.state())) {
                    withdraw(deed, shipment, changes);
                }
            }
            if (changes.isEmpty()) {
                return Outcome.refused(
                        new OrderRefusal.NothingToCancel(order.state().name()));
            }
            return Outcome.done(orders.change(deed, number, "OrderCanceled", List.copyOf(changes.values())));
        });
    }

    private static boolean isOpen(ShipmentState state) {
        return switch (state) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> true;
            case SHIPPED, CANCELED, REASSIGNED -> false;
        };
    }

    private void withdraw(Deed deed, Shipment shipment, Map<Integer, LineChange> changes) {
        List<ShortLine> freed =
                fulfillment.cancelUnshipped(deed, shipment.number()).orThrow();
        for (ShortLine line : freed) {
            changes.merge(
                    line.orderLine(), LineChange.cancelAssigned(line.orderLine(), line.quantity()), LineChange::and);
        }
    }
}
