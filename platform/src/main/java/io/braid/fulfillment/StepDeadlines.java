package io.braid.fulfillment;

import io.braid.fulfillment.Terms.StepTerm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status that follows from what a shipment was promised and from the clock. The SQL function {@code sla_status}
 * says the same of a row, and is tested against this.
 */
final class StepDeadlines {
    private StepDeadlines() {}

    static ShipmentTimes openedAt(Instant at, Terms terms, Acknowledging acknowledging) {
        return new ShipmentTimes(at, terms, acknowledging == Acknowledging.AUTOMATIC ? at : null, null, at);
    }

    static SlaStatus status(ShipmentState state, ShipmentTimes times, Instant now) {
        return switch (state) {
            case READY -> open(times.terms().acknowledge(), now);
            case ACKNOWLEDGED, PARTIALLY_SHIPPED -> open(times.terms().ship(), now);
            case SHIPPED -> closed(times.shipBy(), times.shippedAt(), times.updatedAt());
            case CANCELED, REASSIGNED -> closed(times.acknowledgeBy(), times.acknowledgedAt(), times.updatedAt());
        };
    }

    private static SlaStatus open(StepTerm step, Instant now) {
        if (now.isAfter(step.dueBy())) {
            return SlaStatus.OVERDUE;
        }
        return now.isBefore(step.riskFrom()) ? SlaStatus.ON_TIME : SlaStatus.AT_RISK;
    }

    private static SlaStatus closed(Instant due, @Nullable Instant done, Instant closedAt) {
        return (done == null ? closedAt : done).isAfter(due) ? SlaStatus.OVERDUE : SlaStatus.ON_TIME;
    }
}
