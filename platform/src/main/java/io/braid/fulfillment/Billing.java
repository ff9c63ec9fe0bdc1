package io.braid.fulfillment;

import io.braid.journal.Deed;

/**
 * Who turns what a vendor ships, and what it cancels, into what the vendor is owed. Told in the transaction of the
 * step, last of all.
 */
public interface Billing {
    void billed(Deed deed, ShippedNotice notice);

    /** Units the vendor will not ship after all; the order's own cancellation is not told. */
    void canceled(Deed deed, CanceledUnits units);
}
