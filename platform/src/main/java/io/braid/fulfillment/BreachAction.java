package io.braid.fulfillment;

/** What happens by itself when a step is not taken in time, beside the event that says so. */
public enum BreachAction {
    NONE,
    REMIND,
    ESCALATE,
    /** Step 1 alone: the shipment is taken back and its units go to the next location. */
    WITHDRAW_AND_REROUTE
}
