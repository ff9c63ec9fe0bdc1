package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.fulfillment.PastPromises;
import io.braid.inventory.PastStock;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import io.braid.inventory.StockOffer;
import io.braid.inventory.Supply;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.order.NewOrder;
import io.braid.routing.Decision;
import io.braid.routing.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders routed once more by two strategies, each on a copy of the stock that its own plans draw down. Facts are read
 * in bulk when a product or a place first occurs, and never again: everything else is done in memory. One thread at a
 * time may use it; within, each side has a thread of its own.
 */
public final class Replay {
    private final Sources sources;
    private final Replays.Ground ground;
    private final ReplaySide live;
    private final ReplaySide draft;
    private final Set<Sku> skus = new HashSet<>();
    private final Set<PostalCode> postals = new HashSet<>();
    private @Nullable Map<StockKey, Integer> promised;
    private long positions;

    Replay(
            Sources sources,
            LiveStrategy live,
            LiveStrategy draft,
            Replays.Ground ground,
            Supplier<CarrierTables> carriers) {
        this.sources = sources;
        this.ground = ground;
        this.live = new ReplaySide(sources.router(), Facts.growing(live, carriers));
        this.draft = new ReplaySide(sources.router(), Facts.growing(draft, carriers));
    }

    record Sources(Gathering gathering, Router router, Stock stock, PastStock past, PastPromises promises) {}

    /**
     * An order and the moment it was accepted.
     *
     * @param number null when it was never placed here
     */
    public record Past(@Nullable OrderNumber number, Instant at, NewOrder order) {}

    /**
     * What one side made of an order.
     *
     * @param ways how its shipments would travel, as far as carriers' tables tell
     */
    public record Told(Plan plan, Decision decision, Reached reached, Collection<Promised.Way> ways) {}

    /** An order with both answers. */
    public record Both(Past past, Told live, Told draft) {
        /** Whether both sides say the same: the same units from the same locations, the same of what is left. */
        public boolean agree() {
            return Set.copyOf(shipments(live)).equals(Set.copyOf(shipments(draft)))
                    && Set.copyOf(live.plan.unassigned()).equals(Set.copyOf(draft.plan.unassigned()));
        }

        private static List<Object> shipments(Told told) {
            List<Object> shipments = new ArrayList<>();
            for (Plan.Assignment assignment : told.plan.assignments()) {
                shipments.add(List.of(assignment.location(), Set.copyOf(assignment.parts())));
            }
            return shipments;
        }
    }

    /** Positions and supplies known so far: what the replay keeps in memory grows with them. */
    public long positions() {
        return positions;
    }

    /**
     * Routes orders in the order given, which is that of their moments. Orders whose products or places are not known
     * are left out.
     */
    public List<Both> route(List<Past> orders) {
        learn(orders);
        askMore(orders);
        List<Past> sound = orders.stream().filter(live::canRoute).toList();
        FutureTask<List<Told>> other = new FutureTask<>(() -> draft.route(sound));
        Thread thread = Thread.ofPlatform().name("replay-draft").daemon().start(other);
        List<Told> ours;
        List<Told> theirs;
        try {
            ours = live.route(sound);
            theirs = other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the draft's side of a replay failed", e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a replay was interrupted", e);
        }
        List<Both> both = new ArrayList<>(sound.size());
        for (int i = 0; i < sound.size(); i++) {
            both.add(new Both(sound.get(i), ours.get(i), theirs.get(i)));
        }
        return both;
    }

    /** What only some strategies ask for, uploaded tables above all, is read for each list of orders by itself. */
    private void askMore(List<Past> orders) {
        if (!live.asksMore() && !draft.asksMore()) {
            return;
        }
        Set<Sku> asked = new HashSet<>();
        Set<PostalCode> destinations = new HashSet<>();
        for (Past past : orders) {
            past.order().lines().forEach(line -> asked.add(line.sku()));
            destinations.add(past.order().shipTo().postalCode());
        }
        live.ask(sources.gathering, asked, destinations, ground.now());
        draft.ask(sources.gathering, asked, destinations, ground.now());
    }

    private void learn(List<Past> orders) {
        Set<Sku> newSkus = new HashSet<>();
        Set<PostalCode> newPostals = new HashSet<>();
        for (Past past : orders) {
            for (NewOrder.Line line : past.order().lines()) {
                if (skus.add(line.sku())) {
                    newSkus.add(line.sku());
                }
            }
            NewOrder.ShipTo to = past.order().shipTo();
            if (to.point() == null && postals.add(to.postalCode())) {
                newPostals.add(to.postalCode());
            }
        }
        if (newSkus.isEmpty() && newPostals.isEmpty()) {
            return;
        }
        List<StockOffer> offers = offers(newSkus);
        Facts more = sources.gathering.forReplay(newSkus, newPostals, offers, ground.now());
        Instant since = ground.since();
        List<Supply> supplies = since == null ? List.of() : sources.past.suppliesSince(newSkus, since);
        live.learn(more, supplies);
        draft.learn(more, supplies);
        positions += offers.size() + supplies.size();
    }

    /** Of now, or of then: what lay there less what was promised since, and that put back. */
    private List<StockOffer> offers(Set<Sku> skus) {
        Instant since = ground.since();
        if (since == null) {
            return sources.stock.offersAndBarred(skus, ground.now());
        }
        if (promised == null) {
            promised = sources.promises.since(since);
        }
        List<StockOffer> then = new ArrayList<>();
        for (StockOffer offer : sources.past.offersOf(skus, since, ground.now())) {
            int units = promised.getOrDefault(new StockKey(offer.sku(), offer.location()), 0);
            then.add(new StockOffer(offer.sku(), offer.location(), offer.available() + units, offer.barred()));
        }
        return then;
    }
}
