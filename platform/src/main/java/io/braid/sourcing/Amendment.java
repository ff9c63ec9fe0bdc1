package io.braid.sourcing;

import io.braid.fulfillment.ShipTo;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper asks of a vendor that has the purchase order already: to give it up, or to send it elsewhere. The
 * vendor accepts or refuses; what has shipped meanwhile wins. Operator and vendor look at this same row.
 *
 * @param shipTo the address asked for; null when it is a cancellation, and for a vendor that has no need of it
 */
public record Amendment(
        UUID id,
        ShipmentNumber shipment,
        VendorCode vendor,
        Kind kind,
        State state,
        @Nullable ShipTo shipTo,
        Instant requestedAt,
        @Nullable Instant answeredAt,
        @Nullable String comment,
        int version) {
    public enum Kind {
        CANCELLATION,
        ADDRESS
    }

    /**
     * TOO_LATE: it had shipped before the answer came. SETTLED: before the answer came, what had not shipped was given
     * up by the vendor or taken back from it. SUPERSEDED: the shopper asked for something newer.
     */
    public enum State {
        REQUESTED,
        ACCEPTED,
        REFUSED,
        TOO_LATE,
        SETTLED,
        SUPERSEDED
    }

    Amendment withoutAddress() {
        return new Amendment(id, shipment, vendor, kind, state, null, requestedAt, answeredAt, comment, version);
    }

    Amendment answered(State state, Instant at, @Nullable String comment) {
        return new Amendment(id, shipment, vendor, kind, state, shipTo, requestedAt, at, comment, version + 1);
    }
}
