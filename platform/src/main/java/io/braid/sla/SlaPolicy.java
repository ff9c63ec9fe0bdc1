package io.braid.sla;

import io.braid.fulfillment.BreachAction;
import java.math.BigDecimal;
import java.time.Duration;

/** One promise: which shipments it is for, on which clock it is measured, and what each step is given. */
public record SlaPolicy(String name, Scope scope, Measure measure, StepRule acknowledge, StepRule ship) {
    /** What time is counted. */
    public enum Measure {
        /** Every hour of every day. */
        CALENDAR,
        /** The hours in which the location works; what comes after its cut-off begins the next day. */
        BUSINESS_HOURS
    }

    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    /** What holds where no policy does: a day to acknowledge and two to ship, the last fifth at risk. */
    static final SlaPolicy STANDARD = new SlaPolicy(
            "standard",
            new Scope(null, null, null, null),
            Measure.CALENDAR,
            new StepRule(Duration.ofHours(24), A_FIFTH, null, BreachAction.NONE),
            new StepRule(Duration.ofHours(48), A_FIFTH, null, BreachAction.NONE));
}
