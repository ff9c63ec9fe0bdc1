package io.braid.sourcing;

import io.braid.fulfillment.Disposition;
import io.braid.fulfillment.Opening;
import io.braid.fulfillment.Resolution;
import io.braid.fulfillment.ShortLine;
import io.braid.fulfillment.Shortfall;
import io.braid.fulfillment.Shortfalls;
import io.braid.fulfillment.Step;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.Awaiting;
import io.braid.order.LineChange;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happens to units that a location gave up: by the live strategy's policy they go to another location, wait, are
 * canceled, or go to a person; those of a withdrawn shipment always look for another location. It is found by the same
 * engine with the same facts, only without the locations that already failed these lines; it happens in the
 * transaction of the step that fell short.
 */
final class Rerouting implements Shortfalls {
    /** Looks without locks; what then still is overtaken locks every candidate before it chooses. */
    private static final int OPTIMISTIC_ROUNDS = 2;

    private final OrderPath.Parts parts;
    private final Carrying carrying;

    Rerouting(OrderPath.Parts parts) {
        this.parts = parts;
        this.carrying = new Carrying(parts);
    }

    @Override
    public Resolution resolve(Deed deed, Shortfall shortfall) {
        LiveStrategy ruling = ruling(shortfall.shipment().order());
        if (shortfall.step() == Step.WITHDRAWAL) {
            return reassign(deed, shortfall, ruling);
        }
        return switch (ruling.strategy().shortfall()) {
            case REROUTE -> reassign(deed, shortfall, ruling);
            case BACKORDER -> settle(deed, shortfall, Disposition.BACKORDERED, line -> wait(line, Awaiting.BACKORDER));
            case CUSTOMER_CARE ->
                settle(deed, shortfall, Disposition.CUSTOMER_CARE, line -> wait(line, Awaiting.CUSTOMER_CARE));
            case CANCEL -> settle(deed, shortfall, Disposition.CANCELED, Rerouting::cancel);
        };
    }

    /** An order stays on the side it was placed on, for as long as there are two. */
    private LiveStrategy ruling(OrderNumber order) {
        return parts.strategies().ruling(parts.decisions().placedBy(order).orElse(null));
    }

    private static LineChange wait(ShortLine line, Awaiting what) {
        return LineChange.await(line.orderLine(), what);
    }

    private static LineChange cancel(ShortLine line) {
        return LineChange.cancelOpen(line.orderLine(), line.quantity());
    }

    /** Lines that were assigned anew as often as the strategy allows get what it says instead; the others move on. */
    private Resolution reassign(Deed deed, Shortfall shortfall, LiveStrategy live) {
        Strategy.Reassignments limit = live.strategy().reassignments();
        if (limit == null) {
            return reroute(deed, shortfall);
        }
        Map<Integer, Integer> before =
                parts.shipments().reassignments(shortfall.shipment().order());
        Map<Boolean, List<ShortLine>> lines = shortfall.lines().stream()
                .collect(Collectors.partitioningBy(l -> before.getOrDefault(l.orderLine(), 0) >= limit.max()));
        Shortfall spent = shortfall.with(lines.getOrDefault(true, List.of()));
        Shortfall others = shortfall.with(lines.getOrDefault(false, List.of()));
        if (spent.lines().isEmpty()) {
            return reroute(deed, shortfall);
        }
        Resolution settled = new ReassignmentLimit(parts).settle(deed, spent, before, live);
        if (others.lines().isEmpty()) {
            return settled;
        }
        Resolution moved = reroute(deed, others);
        return moved.replacements().isEmpty() ? settled : moved;
    }

    private Resolution settle(
            Deed deed, Shortfall shortfall, Disposition disposition, Function<ShortLine, LineChange> change) {
        List<LineChange> changes = shortfall.lines().stream().map(change).toList();
        Order after = parts.orders().change(deed, shortfall.shipment().order(), "ShortfallSettled", changes);
        parts.releases().addChecks(Waiting.of(List.of(after)));
        return Resolution.of(disposition);
    }

    private Resolution reroute(Deed deed, Shortfall shortfall) {
        OrderNumber number = shortfall.shipment().order();
        Order order = parts.orders().findOrder(number).orElseThrow();
        int nextSequence = parts.shipments().listByOrder(number).stream()
                        .mapToInt(s -> s.number().sequence())
                        .max()
                        .orElse(0)
                + 1;
        GivenUp givenUp = new GivenUp(parts.shipments().failedLines(List.of(number)));
        for (int round = 1; ; round++) {
            Facts facts = parts.gathering()
                    .forOrder(
                            order.placed(),
                            shortfall.lines().stream().map(ShortLine::sku).collect(Collectors.toSet()),
                            deed.at())
                    .under(ruling(number));
            if (round > OPTIMISTIC_ROUNDS) {
                facts = parts.holding().lockFirst(facts);
            }
            List<LineFacts> lines = lines(order.placed(), shortfall, givenUp, facts);
            Asking asking = new Asking(deed, number, order.placed());
            Asked asked = parts.router().ask(asking, lines, facts).remarking(givenUp.told(shortfall));
            Map<String, Promised.Way> ways = parts.router().ways(asking, asked, lines, facts);
            Allocation allocation =
                    Allocating.of(deed, number, nextSequence).allocate(order.placed(), asked.plan(), facts, ways);
            Onward onward = new Onward(order, asked, allocation, changes(asked.plan()));
            if (parts.holding().lock(allocation.claims()).take(allocation.claims())
                    && carrying.claimDays(List.of(onward))) {
                return carryOut(deed, onward, reason(shortfall));
            }
        }
    }

    private static String reason(Shortfall shortfall) {
        return shortfall.step() == Step.WITHDRAWAL ? "WITHDRAWAL" : "SHORTFALL";
    }

    private static List<LineFacts> lines(NewOrder placed, Shortfall shortfall, GivenUp givenUp, Facts facts) {
        List<LineFacts> lines = new ArrayList<>();
        for (ShortLine line : shortfall.lines()) {
            Map<String, String> excluded = givenUp.locations(line.orderLine());
            excluded.putIfAbsent(shortfall.location().text(), "");
            lines.add(Router.lineFacts(Router.placedLine(placed, line.orderLine()), line.quantity(), facts, excluded));
        }
        return lines;
    }

    private Resolution carryOut(Deed deed, Onward onward, String reason) {
        Plan plan = onward.asked().plan();
        String entryType = plan.assignments().isEmpty() ? "ShortfallSettled" : "UnitsRerouted";
        carrying.carryOut(deed, entryType, reason, List.of(onward));
        List<ShipmentNumber> replacements = onward.allocation().openings().stream()
                .map(Opening::shipment)
                .map(s -> s.number())
                .toList();
        return new Resolution(replacements.isEmpty() ? disposition(plan) : Disposition.REROUTED, replacements);
    }

    /** Units per line, because one line may go to several locations. */
    private static List<LineChange> changes(Plan plan) {
        Map<Integer, LineChange> byLine = new TreeMap<>();
        plan.assignments().stream()
                .flatMap(a -> a.parts().stream())
                .forEach(p -> byLine.merge(p.line(), LineChange.assign(p.line(), p.quantity()), LineChange::and));
        for (Plan.Unassigned rest : plan.unassigned()) {
            LineChange change = unplaced(rest.line(), rest.quantity(), rest.outcome());
            byLine.merge(rest.line(), change, LineChange::and);
        }
        return List.copyOf(byLine.values());
    }

    static LineChange unplaced(int line, int units, Plan.Outcome outcome) {
        return switch (outcome) {
            case BACKORDER -> LineChange.await(line, Awaiting.BACKORDER);
            case CUSTOMER_CARE -> LineChange.await(line, Awaiting.CUSTOMER_CARE);
            case CANCEL -> LineChange.cancelOpen(line, units);
        };
    }

    private static Disposition disposition(Plan plan) {
        Set<Plan.Outcome> outcomes =
                plan.unassigned().stream().map(Plan.Unassigned::outcome).collect(Collectors.toSet());
        if (outcomes.contains(Plan.Outcome.CUSTOMER_CARE)) {
            return Disposition.CUSTOMER_CARE;
        }
        return outcomes.contains(Plan.Outcome.BACKORDER) ? Disposition.BACKORDERED : Disposition.CANCELED;
    }
}
