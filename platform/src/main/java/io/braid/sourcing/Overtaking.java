package io.braid.sourcing;

import io.braid.fulfillment.Amending;
import io.braid.fulfillment.Shipment;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.sourcing.Amendment.State;

/**
 * What steps at vendors make of requests that nobody has answered: stored with the step that overtook them, so that
 * lists, both views and the journal say the same at once.
 */
final class Overtaking implements Amending {
    private final AmendmentStore store;
    private final AmendmentJournal journal;

    Overtaking(AmendmentStore store, AmendmentJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public boolean isCanceled(OrderNumber order) {
        return store.isCanceled(order);
    }

    @Override
    public void left(Deed deed, Shipment shipment) {
        journal.closed(deed, store.close(shipment.number(), State.TOO_LATE, deed.at()));
    }

    @Override
    public void givenUp(Deed deed, Shipment shipment) {
        journal.closed(deed, store.close(shipment.number(), State.SETTLED, deed.at()));
    }
}
