package io.braid.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a shipment, whichever channel it comes through. */
public sealed interface ShipmentCommand {
    /** Step 1: per line, how many units the location will ship. */
    record Acknowledge(List<Reply> lines, Unnamed unnamed) implements ShipmentCommand {
        public Acknowledge {
            lines = List.copyOf(lines);
        }
    }

    /** Step 2, once per set of packages that left. Without a number of the location's own, one is given. */
    record Ship(
            @Nullable String noticeNumber,
            @Nullable Instant shippedAt,
            List<NoticePackage> packages,
            Remainder remainder)
            implements ShipmentCommand {
        public Ship {
            packages = List.copyOf(packages);
        }
    }

    /** After step 1: units that will not ship after all. */
    record CancelRemainder(List<Cut> cuts) implements ShipmentCommand {
        public CancelRemainder {
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * Before step 1: the units are taken back and another location is looked for, because this one does not answer or
     * is not wanted for them any more.
     */
    record Withdraw(CancelReason reason, @Nullable String note) implements ShipmentCommand {}

    /** The order no longer wants what has not left. */
    record CancelForOrder() implements ShipmentCommand {}

    /** When the location now expects to ship; what was promised stays. */
    record Expect(
            LocalDate shipDate,
            Expectation.Reason reason,
            @Nullable String note) implements ShipmentCommand {
        Expectation at(Instant moment) {
            return new Expectation(shipDate, reason, note, moment);
        }
    }

    /** The location's answer for one line; a reason says why units are missing from it. */
    record Reply(
            int line,
            int accepted,
            @Nullable CancelReason reason,
            @Nullable String note) {}

    /** What an acknowledgement says about lines that it does not name. */
    enum Unnamed {
        NOT_ALLOWED,
        ACCEPTED_IN_FULL
    }
}
