package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.inventory.StockKey;
import io.braid.inventory.Supply;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.order.NewOrder;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** One strategy's side of a replay: its plans draw down its own copy of the stock and of the days' capacity. */
final class ReplaySide {
    private final Router router;
    private final LiveStrategy strategy;
    private final PriorityQueue<Supply> expected = new PriorityQueue<>(Comparator.comparing(Supply::at));
    private Facts facts;

    ReplaySide(Router router, Facts facts) {
        this.router = router;
        this.facts = facts;
        this.strategy = facts.strategy().live();
    }

    /** Whether its rules name anything beside the usual facts. */
    boolean asksMore() {
        return GatheringExtras.isAskedBy(strategy.strategy().fields());
    }

    void ask(Gathering gathering, Set<Sku> skus, Set<PostalCode> destinations, Instant at) {
        Set<LocationCode> locations = new HashSet<>();
        skus.forEach(sku -> facts.lots()
                .of(sku)
                .forEach(lot -> locations.add(lot.at().location().code())));
        GatheringExtras.Scope scope = new GatheringExtras.Scope(locations, skus, destinations, at);
        facts = facts.under(strategy, gathering.extras(strategy.strategy().fields(), scope));
    }

    /** Supplies come in when an order of their time or later is routed. */
    void learn(Facts more, List<Supply> supplies) {
        facts.learn(more);
        expected.addAll(supplies);
    }

    private void receive(Instant until) {
        for (Supply next = expected.peek(); next != null && !next.at().isAfter(until); next = expected.peek()) {
            facts.lots().take(next.key(), -next.units());
            expected.remove();
        }
    }

    boolean canRoute(Replay.Past past) {
        return router.refusal(past.order(), facts).isEmpty();
    }

    List<Replay.Told> route(List<Replay.Past> orders) {
        List<Replay.Told> told = new ArrayList<>(orders.size());
        for (Replay.Past past : orders) {
            receive(past.at());
            told.add(route(past));
        }
        return told;
    }

    private Replay.Told route(Replay.Past past) {
        NewOrder order = past.order();
        List<LineFacts> lines = new ArrayList<>(order.lines().size());
        for (NewOrder.Line line : order.lines()) {
            lines.add(Router.lineFacts(line, line.quantity(), facts, Map.of()));
        }
        Asking asking = new Asking(Deed.bySystem("replay", past.at()), past.number(), order);
        Asked asked = router.ask(asking, lines, facts);
        take(past, asked.plan());
        return new Replay.Told(asked.plan(), asked.decision(), Reached.by(asked.plan()), ways(asking, asked, lines));
    }

    private void take(Replay.Past past, Plan plan) {
        Map<Integer, Sku> skus = new HashMap<>();
        past.order().lines().forEach(line -> skus.put(line.line(), line.sku()));
        for (Plan.Assignment assignment : plan.assignments()) {
            Location location =
                    facts.location(new LocationCode(assignment.location())).location();
            if (location.dailyCapacity() != null) {
                facts.room()
                        .count(new LocationDay(location.code(), location.hours().localDateAt(past.at())));
            }
            Rooms.amounts(location, past.order(), assignment, past.at())
                    .forEach((window, amount) -> facts.room().book(window, amount));
            for (Plan.Part part : assignment.parts()) {
                Sku sku = skus.get(part.line());
                if (sku == null) {
                    throw new IllegalStateException("a replayed plan names line " + part.line());
                }
                facts.lots().take(new StockKey(sku, location.code()), part.quantity());
            }
        }
    }

    /** What shipping costs and when it arrives is told only where carriers are in use. */
    private Collection<Promised.Way> ways(Asking asking, Asked asked, List<LineFacts> lines) {
        CarrierTables tables = facts.carriers().get();
        if (tables.services().isEmpty()) {
            return List.of();
        }
        return Freight.ways(asked.plan(), lines, facts, Freight.quotes(asking, facts))
                .values();
    }
}
