package io.braid.fulfillment;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;

/**
 * Who knows what shoppers asked of shipments that vendors have. It is asked and told inside the transaction of a step,
 * under the order's lock.
 */
public interface Amending {
    /** Whether the shopper canceled the order: what a location gives up of it, nobody is to take over. */
    boolean isCanceled(OrderNumber order);

    /** A vendor's shipment was closed by the last of its units leaving. */
    void left(Deed deed, Shipment shipment);

    /** A vendor's shipment was closed by what it had not shipped being given up or taken back. */
    void givenUp(Deed deed, Shipment shipment);
}
