package io.braid.sourcing;

import io.braid.fulfillment.FailedLine;
import io.braid.fulfillment.Shipment;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import io.braid.order.Awaiting;
import io.braid.order.LineChange;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Routes the waiting lines of orders that the caller has locked, in their order, and writes what was found. Every
 * candidate's stock is locked before anything is chosen: whoever waited longest is not to lose against a passer-by.
 */
final class Releasing {
    private final OrderPath.Parts parts;
    private final Carrying carrying;

    Releasing(OrderPath.Parts parts) {
        this.parts = parts;
        this.carrying = new Carrying(parts);
    }

    void release(Deed deed, List<Order> waiting) {
        Set<Sku> skus = new HashSet<>();
        waiting.forEach(order -> waitingLines(order).forEach(line -> skus.add(line.sku())));
        List<OrderNumber> numbers = waiting.stream().map(Order::number).toList();
        Excluded excluded = excluded(numbers);
        Map<OrderNumber, Integer> sequences = lastSequences(numbers);
        Map<OrderNumber, UUID> placedBy = parts.decisions().placedBy(numbers);
        List<Onward> planned = List.of();
        boolean carried = false;
        while (!carried) {
            Facts facts = parts.holding()
                    .lockFirst(parts.gathering()
                            .forPlaced(waiting.stream().map(Order::placed).toList(), skus, deed.at()));
            planned = new ArrayList<>();
            for (Order order : waiting) {
                // An order stays on the side it was placed on, for as long as there are two.
                Facts its = facts.under(facts.strategy().since(placedBy.get(order.number())));
                Onward onward = plan(deed, order, sequences.getOrDefault(order.number(), 0) + 1, excluded, its);
                if (onward != null) {
                    planned.add(onward);
                }
            }
            carried = carrying.claimDays(planned);
        }
        carrying.carryOut(deed, "BackorderReleased", Backorders.REASON, planned);
    }

    private static List<OrderLine> waitingLines(Order order) {
        return order.lines().stream()
                .filter(line -> line.awaiting() == Awaiting.BACKORDER)
                .toList();
    }

    private Map<OrderNumber, Integer> lastSequences(List<OrderNumber> numbers) {
        Map<OrderNumber, Integer> last = new HashMap<>();
        for (Shipment shipment : parts.shipments().findAll(numbers)) {
            last.merge(shipment.number().order(), shipment.number().sequence(), Math::max);
        }
        return last;
    }

    /** All that waits of an order is asked for together: what belongs together was not to be parted. */
    private @Nullable Onward plan(Deed deed, Order order, int firstSequence, Excluded excluded, Facts facts) {
        List<LineFacts> lines = new ArrayList<>();
        for (OrderLine line : waitingLines(order)) {
            lines.add(Router.lineFacts(
                    Router.placedLine(order.placed(), line.line()),
                    line.open(),
                    facts,
                    excluded.of(order.number(), line.line())));
        }
        Asking asking = new Asking(deed, order.number(), order.placed());
        Asked asked = parts.router().ask(asking, lines, facts);
        if (asked.plan().assignments().isEmpty()) {
            return null;
        }
        Map<String, Promised.Way> ways = parts.router().ways(asking, asked, lines, facts);
        Allocation allocation =
                Allocating.of(deed, order.number(), firstSequence).allocate(order.placed(), asked.plan(), facts, ways);
        return new Onward(order, asked, allocation, assigned(asked.plan()));
    }

    private static List<LineChange> assigned(Plan plan) {
        Map<Integer, LineChange> byLine = new TreeMap<>();
        plan.assignments().stream()
                .flatMap(a -> a.parts().stream())
                .forEach(p -> byLine.merge(p.line(), LineChange.assign(p.line(), p.quantity()), LineChange::and));
        return List.copyOf(byLine.values());
    }

    /** Locations that a line may not go to, by order and line. */
    private record Excluded(Map<OrderNumber, Map<Integer, Map<String, String>>> locations) {
        Map<String, String> of(OrderNumber order, int line) {
            return locations.getOrDefault(order, Map.of()).getOrDefault(line, Map.of());
        }
    }

    /**
     * Who failed a line is not asked for it again; unless it failed for want of stock, and stock has come in there
     * since.
     */
    private Excluded excluded(List<OrderNumber> numbers) {
        List<FailedLine> failed = parts.shipments().failedLines(numbers);
        Map<StockKey, Instant> lastShort = new HashMap<>();
        for (FailedLine line : failed) {
            if (line.wantedStock()) {
                lastShort.merge(line.key(), line.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<StockKey> replenished = parts.stock().replenishedSince(lastShort);
        Map<OrderNumber, Map<Integer, Map<String, String>>> excluded = new HashMap<>();
        for (FailedLine line : failed) {
            if (!line.wantedStock() || !replenished.contains(line.key())) {
                excluded.computeIfAbsent(line.order(), o -> new HashMap<>())
                        .computeIfAbsent(line.orderLine(), l -> new HashMap<>())
                        .put(line.key().location().text(), GivenUp.words(line));
            }
        }
        return new Excluded(excluded);
    }
}
