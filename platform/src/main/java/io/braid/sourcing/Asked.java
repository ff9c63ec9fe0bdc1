package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.routing.Decision;
import io.braid.routing.Plan;

/** The engine's plan, with the strategy it followed and the time it took. */
record Asked(Plan plan, LiveStrategy strategy, long microseconds) {
    Decision decision() {
        return plan.decision().stamped(strategy.version(), microseconds);
    }

    /** The same with a remark in its decision. */
    Asked remarking(String remark) {
        Decision remarked = plan.decision().remarking(remark);
        Plan told = new Plan(plan.assignments(), plan.unassigned(), plan.optimal(), plan.gap(), remarked);
        return new Asked(told, strategy, microseconds);
    }

    Decided decided(OrderNumber order, int seq, String reason) {
        return new Decided(order, seq, reason, strategy.id(), decision(), Reached.by(plan));
    }
}
