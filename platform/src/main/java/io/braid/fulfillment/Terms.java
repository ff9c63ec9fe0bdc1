package io.braid.fulfillment;

import java.time.Instant;

/**
 * The service level that a shipment was opened under.
 *
 * @param policy the name of the policy that held for it
 * @param version of the policies then; 0 when only the built-in standard was there
 */
public record Terms(StepTerm acknowledge, StepTerm ship, String policy, int version) {
    /**
     * What one step was promised when the shipment was opened; it never moves.
     *
     * @param riskFrom from when on somebody should look; not after {@code dueBy}
     * @param dueBy the last moment that is in time
     */
    public record StepTerm(Instant riskFrom, Instant dueBy, BreachAction onBreach) {
        public StepTerm {
            if (riskFrom.isAfter(dueBy)) {
                throw new IllegalArgumentException(
                        "at risk from " + riskFrom + ", which is after the due time " + dueBy);
            }
        }
    }
}
