package io.braid.fulfillment;

/**
 * The service level that a shipment was opened under.
 *
 * @param policy the name of the policy that held for it
 * @param version of the policies then; 0 when only the built-in standard was there
 */
public record Terms(StepTerm acknowledge, StepTerm ship, String policy, int version) {}
