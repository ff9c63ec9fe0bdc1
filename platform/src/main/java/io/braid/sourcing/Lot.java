package io.braid.sourcing;

import io.braid.pricing.ValidPrice;
import org.jspecify.annotations.Nullable;

/**
 * The units of one product at one location, with the price agreed for them, as the orders routed so far have left them;
 * guarded again by locks before anything is promised.
 */
final class Lot {
    private final KnownLocation at;
    private final @Nullable ValidPrice price;
    private final @Nullable String barred;
    private int units;

    /** @param barred why the units may not be used although they are there; null when they may */
    Lot(KnownLocation at, @Nullable ValidPrice price, @Nullable String barred, int units) {
        this.at = at;
        this.price = price;
        this.barred = barred;
        this.units = units;
    }

    KnownLocation at() {
        return at;
    }

    /** Null at our own locations, and where nothing is agreed. */
    @Nullable
    ValidPrice price() {
        return price;
    }

    @Nullable
    String barred() {
        return barred;
    }

    int units() {
        return units;
    }

    /** Negative units come in. */
    void take(int taken) {
        units -= taken;
    }

    Lot with(int otherUnits) {
        return new Lot(at, price, barred, otherUnits);
    }
}
