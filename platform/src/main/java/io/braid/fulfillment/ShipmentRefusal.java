package io.braid.fulfillment;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import java.time.LocalDate;
import java.util.List;

/** Why a shipment command was refused; nothing was changed then. */
public sealed interface ShipmentRefusal extends Refusal {
    /** Missing and somebody else's are one answer, so it names nothing. */
    record NoSuchShipment() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no shipment of this number. Check it: an order's number, a hyphen and a running number.";
        }
    }

    /** Somebody else was faster. */
    record VersionConflict(int expectedVersion, int currentVersion) implements ShipmentRefusal, Stale {
        @Override
        public String detail() {
            return "The shipment is at version " + currentVersion + ", not at " + expectedVersion
                    + ". Read it again and decide again.";
        }
    }

    record NotAcknowledgedYet() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The shipment has not been acknowledged, so there is no remainder to cancel."
                    + " Acknowledge it, with less or nothing accepted where units will not ship.";
        }
    }

    record AlreadyAcknowledged() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The shipment has been acknowledged already. Cancel what will not ship after all as a remainder.";
        }
    }

    record ShipmentClosed(ShipmentState state) implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            String why = switch (state) {
                case REASSIGNED ->
                    "its units were taken back and given to another location; nothing of it is to be shipped";
                case CANCELED -> "its units were canceled or taken back; nothing of it is to be shipped";
                case SHIPPED -> "everything of it has left";
                case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> "nothing of it is open any more";
            };
            return "The shipment is " + state + ": " + why + ".";
        }
    }

    /** The same notice number with other content. */
    record DuplicateNotice(String noticeNumber) implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "This shipment already has a ship notice of that number, and it says something else."
                    + " Send what left under a new notice number.";
        }
    }

    record NothingToShip() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "A ship notice needs at least one package, and each package at least one line.";
        }
    }

    record NothingToCancel() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "A cancellation needs at least one line.";
        }
    }

    /** More than a day ahead of now, or before the order was placed. */
    record ImpossibleShippingTime(String detail) implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/shippedAt", detail));
        }
    }

    /** Yesterday at the earliest, because days begin at different moments; a year ahead at the latest. */
    record ImpossibleExpectedDate(LocalDate date, LocalDate today, int daysMax) implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "expectedShipDate " + date + " is not a day from now on, " + today + ", to " + daysMax
                    + " days ahead.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/expectedShipDate", detail()));
        }
    }

    record ExpectationUnexplained() implements ShipmentRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Reason OTHER needs a note that says why.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/note", detail()));
        }
    }

    /** Refused for what certain lines say: one record per way to be wrong, in the order they are looked for. */
    sealed interface OfLines extends ShipmentRefusal {
        @Override
        default Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        default String detail() {
            return faults().getFirst().detail();
        }
    }

    record UnknownLine(List<Fault> faults) implements OfLines {}

    record RepeatedLine(List<Fault> faults) implements OfLines {}

    record LineNotAnswered(List<Fault> faults) implements OfLines {}

    record QuantityExceedsOffer(List<Fault> faults) implements OfLines {}

    record ReasonMissing(List<Fault> faults) implements OfLines {}

    record ReasonWithoutReduction(List<Fault> faults) implements OfLines {}

    record NoteMissing(List<Fault> faults) implements OfLines {}

    record Overshipped(List<Fault> faults) implements OfLines {}

    record QuantityExceedsRemainder(List<Fault> faults) implements OfLines {}
}
