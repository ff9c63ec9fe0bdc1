package io.braid.fulfillment;

import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;

/** Takes a shipment back because its location did not answer in time, and gives its units to the next one. */
interface Withdrawals {
    /** One transaction; refused when the location was faster. */
    Outcome<CarriedOut> withdraw(Deed deed, ShipmentNumber shipment);
}
