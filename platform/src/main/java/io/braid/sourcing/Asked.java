package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.routing.Decision;
import io.braid.routing.Plan;

/** The engine's plan, with the strategy it followed and the time it took. */
record Asked(Plan plan, LiveStrategy strategy, long microseconds) {
    Decision decision() {
        return plan.decision().stamped(strategy.version(), microseconds);
    }

    Decided decided(OrderNumber order, int seq, String reason) {
        return new Decided(order, seq, reason, strategy.id(), decision(), Reached.by(plan));
    }
}
