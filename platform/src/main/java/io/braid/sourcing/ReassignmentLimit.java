package io.braid.sourcing;

import io.braid.fulfillment.Disposition;
import io.braid.fulfillment.Resolution;
import io.braid.fulfillment.ShortLine;
import io.braid.fulfillment.Shortfall;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.order.Order;
import io.braid.routing.Decision;
import io.braid.routing.Relation;
import io.braid.routing.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Settles lines that were assigned anew as often as the strategy allows: nobody is asked any more, the strategy's
 * outcome follows, and both decision and journal say why. It does not count; the caller knows how often.
 */
final class ReassignmentLimit {
    static final String REASON = "REASSIGNMENT_LIMIT";

    private final OrderPath.Parts parts;

    ReassignmentLimit(OrderPath.Parts parts) {
        this.parts = parts;
    }

    Resolution settle(Deed deed, Shortfall spent, Map<Integer, Integer> before, LiveStrategy live) {
        Strategy.Reassignments limit = Objects.requireNonNull(live.strategy().reassignments());
        OrderNumber number = spent.shipment().order();
        Order after = parts.orders()
                .change(
                        deed,
                        number,
                        "ReassignmentLimitReached",
                        spent.lines().stream()
                                .map(line -> Rerouting.unplaced(line.orderLine(), line.quantity(), limit.then()))
                                .toList());
        Decision decision = decision(deed, spent, before, live)
                .stamped(live.version(), 0)
                .remarking(new GivenUp(parts.shipments().failedLines(List.of(number))).told(spent));
        int seq = parts.decisions().counts(List.of(number)).getOrDefault(number, 0) + 1;
        parts.decisions().insert(List.of(new Decided(number, seq, REASON, live.id(), decision, Reached.NOTHING)));
        parts.releases().addChecks(Waiting.of(List.of(after)));
        return Resolution.of(
                switch (limit.then()) {
                    case BACKORDER -> Disposition.BACKORDERED;
                    case CANCEL -> Disposition.CANCELED;
                    case CUSTOMER_CARE -> Disposition.CUSTOMER_CARE;
                });
    }

    private Decision decision(Deed deed, Shortfall spent, Map<Integer, Integer> before, LiveStrategy live) {
        Strategy.Reassignments limit = Objects.requireNonNull(live.strategy().reassignments());
        Decision.Rule rule =
                new Decision.Rule("/reassignments/max", "reassignments", Relation.LESS, (long) limit.max());
        List<Decision.Reason> reasons = spent.lines().stream()
                .map(ShortLine::orderLine)
                .map(line -> new Decision.Reason(rule, (long) before.getOrDefault(line, 0), line))
                .toList();
        Decision.Verdict verdict =
                new Decision.Verdict(spent.location().text(), Decision.Standing.FILTERED, 0, null, reasons);
        String type = parts.orders()
                .findOrder(spent.shipment().order())
                .orElseThrow()
                .placed()
                .fulfillmentType();
        Decision.Tried tried = new Decision.Tried(
                "limit of re-assignments", Decision.Match.NONE, limit.then().name(), List.of(verdict));
        return new Decision(live.strategy().name(), live.version(), deed.at(), 0, type, List.of(tried));
    }
}
