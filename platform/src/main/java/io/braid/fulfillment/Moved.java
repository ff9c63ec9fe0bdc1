package io.braid.fulfillment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command does to a shipment, decided before anything is written: the transitions in their order (one journal
 * entry each), the lines afterwards, and the units cut off with the step that cut them.
 *
 * @param cutAt null when nothing was cut
 * @param expected the ship date that was told, null when none was
 */
record Moved(
        List<Transition> transitions,
        List<ShipmentLine> lines,
        List<Cut> cuts,
        @Nullable Step cutAt,
        ShipmentCommand.@Nullable Expect expected) {
    /** One transition: what happened, and the state it led to. */
    record Transition(Fact fact, ShipmentState to) {}

    /** What can happen to an open shipment, as the journal names it. */
    enum Fact {
        ACKNOWLEDGED("ShipmentAcknowledged"),
        /** Step 1 taken by a ship notice that came first: the log says so. */
        ACKNOWLEDGED_BY_NOTICE("ShipmentAcknowledged"),
        REJECTED("ShipmentRejected"),
        SHIPPED("ShipNoticeRecorded"),
        REMAINDER_CANCELED("ShipmentRemainderCanceled"),
        WITHDRAWN("ShipmentWithdrawn"),
        /** The order no longer wants what had not left. */
        CANCELED_FOR_ORDER("ShipmentCanceled"),
        EXPECTED("ExpectedShipDateChanged");

        private final String entryType;

        Fact(String entryType) {
            this.entryType = entryType;
        }

        String entryType() {
            return entryType;
        }
    }

    ShipmentState to() {
        return transitions.getLast().to();
    }
}
