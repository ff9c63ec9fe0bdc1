package io.braid.fulfillment;

/** What a command led to: the shipment afterwards, and whether it did anything or only repeated what was known. */
public record CarriedOut(Shipment shipment, Novelty novelty) {
    public enum Novelty {
        NEW,
        REPEATED
    }
}
