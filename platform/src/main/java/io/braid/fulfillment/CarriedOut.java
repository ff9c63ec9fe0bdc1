package io.braid.fulfillment;

import java.util.List;

/** What a command led to: the shipment afterwards with its ship notices, and whether anything was done for it. */
public record CarriedOut(Shipment shipment, List<ShipNotice> notices, Novelty novelty) {
    public CarriedOut {
        notices = List.copyOf(notices);
    }

    public enum Novelty {
        NEW,
        /** The very same ship notice was known already. */
        REPEATED
    }
}
