package io.braid.location;

import java.math.BigDecimal;

/**
 * What one line of a shipment takes of a window. Units that will not ship give the window their part back.
 *
 * @param line the shipment's line; {@link #WHOLE_SHIPMENT} for what the shipment takes as a whole
 * @param perUnit what each of the units takes
 * @param units how many, one for a whole shipment
 */
public record WindowBooking(LocationWindow window, int line, BigDecimal perUnit, int units) {
    public static final int WHOLE_SHIPMENT = 0;

    public BigDecimal amount() {
        return perUnit.multiply(BigDecimal.valueOf(units));
    }
}
