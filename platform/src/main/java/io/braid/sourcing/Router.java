package io.braid.sourcing;

import io.braid.catalog.Product;
import io.braid.kernel.Fault;
import io.braid.kernel.OrderNumber;
import io.braid.order.Accepted;
import io.braid.order.Awaiting;
import io.braid.order.NewOrder;
import io.braid.order.OrderLine;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the engine about one order of a batch and turns its plan into what is to be written. No statement is run. */
final class Router {
    /** Why an order cannot even be asked about. */
    Optional<OrderRefusal> refusal(NewOrder order, Facts facts) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            NewOrder.Line line = order.lines().get(i);
            if (!facts.products().containsKey(line.sku())) {
                faults.add(new Fault(
                        "/lines/" + i + "/sku",
                        "there is no product with SKU '" + line.sku() + "'; create it first or correct the line"));
            }
        }
        if (order.shipTo().point() == null
                && !facts.places().containsKey(order.shipTo().postalCode())) {
            faults.add(new Fault(
                    "/shipTo/postalCode",
                    "postal code " + order.shipTo().postalCode() + " is not in the table of places; give latitude and"
                            + " longitude, or import the country's codes with POST /geo/postal-codes/import"));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new OrderRefusal.InvalidOrder(faults));
    }

    Routed route(Incoming incoming, OrderNumber number, Facts facts) {
        NewOrder order = incoming.order();
        List<LineFacts> lines = new ArrayList<>(order.lines().size());
        for (NewOrder.Line line : order.lines()) {
            lines.add(lineFacts(line, line.quantity(), facts, Map.of()));
        }
        Asking asking = new Asking(incoming.deed(), number, order);
        Asked asked = ask(asking, lines, facts);
        Allocation allocation = Allocating.of(incoming.deed(), number, 1)
                .allocate(order, asked.plan(), facts, ways(asking, asked, lines, facts));
        Accepted accepted =
                new Accepted(incoming.deed(), number, order, incoming.fingerprint(), orderLines(order, asked.plan()));
        return new Routed(incoming, accepted, allocation, asked.decided(number, 1, "PLACED"));
    }

    Asked ask(Asking asking, List<LineFacts> lines, Facts facts) {
        Question question = Questions.about(asking, lines, facts);
        long started = System.nanoTime();
        LiveStrategy ruling = facts.strategy().over(asking.order().external());
        Plan plan = ruling.strategy().route(question);
        Asked asked = new Asked(plan, ruling, (System.nanoTime() - started) / 1_000);
        boolean travels = Freight.isAskedBy(ruling.strategy());
        return travels && Freight.isUnknown(asking.order().requestedService(), facts)
                ? asked.remarking("No carrier's service in use is called '"
                        + asking.order().requestedService() + "': the cheapest of all was counted with")
                : asked;
    }

    /** How the plan's shipments would travel: nobody asks where the strategy did not. */
    Map<String, Promised.Way> ways(Asking asking, Asked asked, List<LineFacts> lines, Facts facts) {
        return Freight.isAskedBy(asked.strategy().strategy())
                ? Freight.ways(asked.plan(), lines, facts, Freight.quotes(asking, facts))
                : Map.of();
    }

    static NewOrder.Line placedLine(NewOrder placed, int number) {
        return placed.lines().stream()
                .filter(l -> l.line() == number)
                .findFirst()
                .orElseThrow();
    }

    static LineFacts lineFacts(NewOrder.Line line, int quantity, Facts facts, Map<String, String> excluded) {
        Product product = facts.products().get(line.sku());
        if (product == null) {
            throw new IllegalStateException("product " + line.sku() + " was ordered and is not in the catalog");
        }
        return new LineFacts(
                line.line(),
                line.sku().text(),
                quantity,
                product.weightGrams(),
                product.keepTogether() ? line.sku().text() : null,
                line.attributes(),
                product.attributes(),
                excluded,
                line.unitPrice().money().amount());
    }

    /** Where each line's units are once the plan is carried out. */
    private static List<OrderLine> orderLines(NewOrder order, Plan plan) {
        List<OrderLine> lines = new ArrayList<>(order.lines().size());
        for (NewOrder.Line line : order.lines()) {
            int assigned = 0;
            int canceled = 0;
            Awaiting awaiting = null;
            for (Plan.Assignment assignment : plan.assignments()) {
                for (Plan.Part part : assignment.parts()) {
                    assigned += part.line() == line.line() ? part.quantity() : 0;
                }
            }
            for (Plan.Unassigned rest : plan.unassigned()) {
                if (rest.line() == line.line()) {
                    canceled += rest.outcome() == Plan.Outcome.CANCEL ? rest.quantity() : 0;
                    awaiting = awaits(rest.outcome(), awaiting);
                }
            }
            int open = line.quantity() - assigned - canceled;
            lines.add(new OrderLine(
                    line.line(),
                    line.sku(),
                    line.quantity(),
                    open,
                    assigned,
                    0,
                    canceled,
                    awaiting,
                    line.unitPrice(),
                    line.attributes()));
        }
        return lines;
    }

    private static @Nullable Awaiting awaits(Plan.Outcome outcome, @Nullable Awaiting sofar) {
        return switch (outcome) {
            case BACKORDER -> sofar == Awaiting.CUSTOMER_CARE ? sofar : Awaiting.BACKORDER;
            case CUSTOMER_CARE -> Awaiting.CUSTOMER_CARE;
            case CANCEL -> sofar;
        };
    }
}
