package io.braid.fulfillment;

import io.braid.fulfillment.Change.Cancellation;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.LineChange;
import io.braid.order.Orders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that a shipment will not ship: branched off with a record, their order told, and taken over by whoever is
 * found. Of an order that its shopper canceled nobody takes anything over, whoever gave the units up and however: they
 * are canceled, and no vendor is charged for them.
 */
final class Cutting {
    private final StepStore steps;
    private final Orders orders;
    private final Shortfalls shortfalls;
    private final Amending amending;
    private final Billing billing;

    Cutting(StepStore steps, Orders orders, Shortfalls shortfalls, Amending amending, Billing billing) {
        this.steps = steps;
        this.orders = orders;
        this.shortfalls = shortfalls;
        this.amending = amending;
        this.billing = billing;
    }

    /** Moves the units of an order too, but for its own cancellation: there the caller does. Null if nothing is cut. */
    @Nullable
    Cancellation cutOff(Change change) {
        ShipmentNumber shipment = change.before().number();
        Step step = change.moved().cutAt();
        CutFor cause = cause(change, step);
        int number = step == null ? 0 : steps.insert(change, step, cause);
        List<LineChange> changes = change.orderChanges(cause);
        if (step != Step.ORDER_CANCELLATION && !changes.isEmpty()) {
            orders.change(change.deed(), shipment.order(), change.orderEntryType(cause), changes);
        }
        if (step == null) {
            return null;
        }
        Resolution resolution = resolve(change, step, cause);
        steps.settle(shipment, number, resolution);
        return new Cancellation(shipment + "-C" + number, resolution, cause);
    }

    private CutFor cause(Change change, @Nullable Step step) {
        boolean unwanted = step == Step.ORDER_CANCELLATION
                || (step != null && amending.isCanceled(change.before().number().order()));
        return unwanted ? CutFor.ORDER : CutFor.LOCATION;
    }

    private Resolution resolve(Change change, Step step, CutFor cause) {
        Shipment shipment = change.before();
        return switch (cause) {
            case ORDER -> Resolution.of(Disposition.CANCELED);
            case LOCATION ->
                shortfalls.resolve(
                        change.deed(),
                        new Shortfall(shipment.number(), shipment.location(), step, change.shortLines()));
        };
    }

    /**
     * Units that a vendor gave up may cost it something; those that its order gave up do not, nor those it never took
     * on because the price is not the one it agreed to.
     */
    void tell(Change change, Cancellation cancellation) {
        Shipment shipment = change.before();
        Step step = change.moved().cutAt();
        boolean byVendor = step == Step.ACKNOWLEDGEMENT || step == Step.REMAINDER;
        if (shipment.vendor() != null && byVendor && cancellation.cause() == CutFor.LOCATION) {
            List<Cut> held = change.moved().cuts().stream()
                    .filter(cut -> step == Step.REMAINDER || cut.reason() != CancelReason.PRICE_DISPUTE)
                    .toList();
            CanceledUnits.of(shipment, shipment.vendor(), cancellation.number(), held)
                    .forEach(units -> billing.canceled(change.deed(), units));
        }
    }

    /** What was asked of a vendor about a shipment that is closed now has found its answer. */
    void close(Change change, Shipment after) {
        if (after.vendor() == null || !after.state().closed()) {
            return;
        }
        Deed deed = change.deed();
        if (change.moved().cuts().isEmpty()) {
            amending.left(deed, after);
        } else {
            amending.givenUp(deed, after);
        }
    }
}
