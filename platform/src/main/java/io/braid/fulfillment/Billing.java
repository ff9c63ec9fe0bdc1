package io.braid.fulfillment;

import io.braid.journal.Deed;

/**
 * Who turns a vendor's ship notice into what the vendor is owed. Asked in the transaction of the notice, as its last
 * step.
 */
public interface Billing {
    void billed(Deed deed, ShippedNotice notice);
}
