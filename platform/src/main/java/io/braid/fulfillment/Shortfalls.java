package io.braid.fulfillment;

import io.braid.journal.Deed;

/**
 * Who decides what happens to units that a location gave up. It is asked inside the transaction of the step, under the
 * order's lock: the units are open and await routing, their stock is free or written off, and
 * {@link Shipments#failedLocations} already names the location.
 */
public interface Shortfalls {
    Resolution resolve(Deed deed, Shortfall shortfall);
}
