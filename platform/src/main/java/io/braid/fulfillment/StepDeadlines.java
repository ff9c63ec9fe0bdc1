package io.braid.fulfillment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Due times of the two steps, stamped when a shipment is opened, and the status that follows from them. Elapsed hours,
 * the same for every location. The SQL of a list by status says the same and is tested against this.
 */
final class StepDeadlines {
    static final Duration ACKNOWLEDGE_WITHIN = Duration.ofDays(1);
    static final Duration SHIP_WITHIN = Duration.ofDays(2);

    /** The last fifth of the time a step is given is when somebody should look. */
    static final int AT_RISK_SHARE = 5;

    private StepDeadlines() {}

    static ShipmentTimes openedAt(Instant at, Acknowledging acknowledging) {
        Instant acknowledged = acknowledging == Acknowledging.AUTOMATIC ? at : null;
        return new ShipmentTimes(at, at.plus(ACKNOWLEDGE_WITHIN), at.plus(SHIP_WITHIN), acknowledged, null, at);
    }

    static SlaStatus status(ShipmentState state, ShipmentTimes times, Instant now) {
        return switch (state) {
            case READY -> open(times.openedAt(), times.acknowledgeBy(), now);
            case ACKNOWLEDGED, PARTIALLY_SHIPPED -> open(times.openedAt(), times.shipBy(), now);
            case SHIPPED -> closed(times.shipBy(), times.shippedAt(), times.updatedAt());
            case CANCELED, REASSIGNED -> closed(times.acknowledgeBy(), times.acknowledgedAt(), times.updatedAt());
        };
    }

    private static SlaStatus open(Instant opened, Instant due, Instant now) {
        if (now.isAfter(due)) {
            return SlaStatus.OVERDUE;
        }
        Duration risky = Duration.between(opened, due).dividedBy(AT_RISK_SHARE);
        return now.isBefore(due.minus(risky)) ? SlaStatus.ON_TIME : SlaStatus.AT_RISK;
    }

    private static SlaStatus closed(Instant due, @Nullable Instant done, Instant closedAt) {
        return (done == null ? closedAt : done).isAfter(due) ? SlaStatus.OVERDUE : SlaStatus.ON_TIME;
    }
}
