package io.braid.fulfillment;

import java.time.Instant;

/**
 * What one step was promised when the shipment was opened; it never moves.
 *
 * @param riskFrom from when on somebody should look; not after {@code dueBy}
 * @param dueBy the last moment that is in time
 */
public record StepTerm(Instant riskFrom, Instant dueBy, BreachAction onBreach) {
    public StepTerm {
        if (riskFrom.isAfter(dueBy)) {
            throw new IllegalArgumentException("at risk from " + riskFrom + ", which is after the due time " + dueBy);
        }
    }
}
