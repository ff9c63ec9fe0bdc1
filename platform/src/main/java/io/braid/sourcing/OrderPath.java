package io.braid.sourcing;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.Shipments;
import io.braid.inventory.Stock;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.location.Capacity;
import io.braid.location.LocationDay;
import io.braid.location.WindowBooking;
import io.braid.order.Accepted;
import io.braid.order.ExternalNumber;
import io.braid.order.Known;
import io.braid.order.Order;
import io.braid.order.Orders;
import io.braid.store.Idempotency;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path of an order, for one or for hundreds at once: know, route, hold, claim, reserve, open, explain, answer; one
 * transaction, a fixed number of statements whatever the number of orders. An order that is refused, repeated or
 * overtaken never touches its neighbours.
 */
final class OrderPath {
    /** Rounds in which stock is only locked once chosen. In the next one it is locked before choosing. */
    private static final int OPTIMISTIC_ROUNDS = 3;

    private final Transactions transactions;
    private final Gathering gathering;
    private final Router router;
    private final Holding holding;
    private final Orders orders;
    private final Stock stock;
    private final Capacity capacity;
    private final Shipments shipments;
    private final DecisionStore decisions;
    private final ReleaseStore releases;
    private final Idempotency idempotency;
    private final Rendering rendering;

    OrderPath(Parts parts) {
        this.transactions = parts.transactions();
        this.gathering = parts.gathering();
        this.router = parts.router();
        this.holding = parts.holding();
        this.orders = parts.orders();
        this.stock = parts.stock();
        this.capacity = parts.capacity();
        this.shipments = parts.shipments();
        this.decisions = parts.decisions();
        this.releases = parts.releases();
        this.idempotency = parts.idempotency();
        this.rendering = parts.rendering();
    }

    /** What the path is made of. */
    record Parts(
            Transactions transactions,
            Strategies strategies,
            Gathering gathering,
            Router router,
            Holding holding,
            Orders orders,
            Stock stock,
            Capacity capacity,
            Shipments shipments,
            DecisionStore decisions,
            ReleaseStore releases,
            Idempotency idempotency,
            Rendering rendering) {}

    /** One answer per order, in the order given. */
    List<Answer> place(List<Incoming> incoming) {
        IdentityHashMap<Incoming, Answer> answers = new IdentityHashMap<>();
        List<Incoming> waiting = incoming;
        for (int round = 1; !waiting.isEmpty(); round++) {
            waiting = placeOrReplay(waiting, round, answers);
        }
        return incoming.stream().map(answers::get).toList();
    }

    /** An unexpected failure of many is replayed one by one, so that it stays with the order that caused it. */
    private List<Incoming> placeOrReplay(List<Incoming> waiting, int round, IdentityHashMap<Incoming, Answer> answers) {
        try {
            Round placed = transactions.call(() -> placeTogether(waiting, round));
            answers.putAll(placed.answers);
            return placed.again;
        } catch (Overtaken lost) {
            return waiting;
        } catch (RuntimeException failure) {
            if (waiting.size() == 1) {
                answers.put(waiting.getFirst(), new Answer.Failed(failure));
            } else {
                for (Incoming one : waiting) {
                    answers.put(one, place(List.of(one)).getFirst());
                }
            }
            return List.of();
        }
    }

    private Round placeTogether(List<Incoming> waiting, int number) {
        Round round = new Round();
        List<Incoming> batch = round.distinct(waiting);
        Facts facts = gathering.forOrders(batch);
        if (number > OPTIMISTIC_ROUNDS) {
            facts = holding.lockFirst(facts);
        }
        List<Routed> routed = route(batch, facts, round);
        List<Routed> held = hold(routed, round);
        List<Routed> ours = claim(held, round);
        reserve(ours);
        Map<OrderNumber, List<Shipment>> opened = open(ours);
        explain(ours);
        answer(ours, opened, round);
        return round;
    }

    private List<Routed> route(List<Incoming> batch, Facts facts, Round round) {
        List<Incoming> sound = new ArrayList<>();
        for (Incoming one : batch) {
            router.refusal(one.order(), facts)
                    .ifPresentOrElse(no -> round.answers.put(one, new Answer.Refused(no)), () -> sound.add(one));
        }
        List<OrderNumber> numbers = sound.isEmpty() ? List.of() : orders.numbers(sound.size());
        List<Routed> routed = new ArrayList<>(sound.size());
        for (int i = 0; i < sound.size(); i++) {
            routed.add(router.route(sound.get(i), numbers.get(i), facts));
        }
        return routed;
    }

    /** Locks what was chosen and keeps the orders that still fit; the others were too late and go round again. */
    private List<Routed> hold(List<Routed> routed, Round round) {
        List<Routed> held = new ArrayList<>(routed.size());
        Holding.Held rows =
                holding.lock(routed.stream().flatMap(r -> r.claims().stream()).toList());
        for (Routed one : routed) {
            if (rows.take(one.claims())) {
                held.add(one);
            } else {
                round.again.add(one.incoming());
            }
        }
        return held;
    }

    /** Takes the client's keys and the channels' numbers; what was here before gets the answer of then. */
    private List<Routed> claim(List<Routed> held, Round round) {
        List<Routed> unseen = claimKeys(held, round);
        Map<ExternalNumber, OrderNumber> wanted = new HashMap<>();
        unseen.forEach(r -> wanted.put(r.external(), r.number()));
        Map<ExternalNumber, Known> known = wanted.isEmpty() ? Map.of() : orders.claim(wanted);
        List<Routed> ours = new ArrayList<>(unseen.size());
        List<Idempotency.Key> unused = new ArrayList<>();
        for (Routed one : unseen) {
            Known before = known.get(one.external());
            if (before == null) {
                ours.add(one);
                continue;
            }
            round.answers.put(one.incoming(), repeated(one.incoming(), before));
            if (one.incoming().key() != null) {
                unused.add(one.incoming().key());
            }
        }
        idempotency.release(unused);
        return ours;
    }

    private List<Routed> claimKeys(List<Routed> held, Round round) {
        List<Idempotency.Key> keys = new ArrayList<>();
        for (Routed one : held) {
            if (one.incoming().key() != null) {
                keys.add(one.incoming().key());
            }
        }
        if (keys.isEmpty()) {
            return held;
        }
        Iterator<Idempotency.Claim> claims = idempotency.claim(keys).iterator();
        List<Routed> unseen = new ArrayList<>(held.size());
        for (Routed one : held) {
            Idempotency.Key key = one.incoming().key();
            switch (key == null ? new Idempotency.Claim.New() : claims.next()) {
                case Idempotency.Claim.New fresh -> unseen.add(one);
                case Idempotency.Claim.Replay(Idempotency.Answer answer) ->
                    round.answers.put(one.incoming(), new Answer.Replayed(answer));
                case Idempotency.Claim.Reused reused -> round.answers.put(one.incoming(), keyReused(key));
                case Idempotency.Claim.Twin twin -> round.again.add(one.incoming());
            }
        }
        return unseen;
    }

    private static Answer keyReused(Idempotency.@Nullable Key key) {
        return new Answer.Refused(new OrderRefusal.IdempotencyKeyReused(key == null ? "" : key.text()));
    }

    private static Answer repeated(Incoming incoming, Known before) {
        return Arrays.equals(incoming.fingerprint(), before.fingerprint())
                ? new Answer.Duplicate(before.number())
                : new Answer.Refused(
                        new OrderRefusal.DuplicateOrder(incoming.order().external(), before.number()));
    }

    private void reserve(List<Routed> ours) {
        Map<LocationDay, Integer> days = new HashMap<>();
        ours.forEach(r -> r.capacityDays().forEach(day -> days.merge(day, 1, Integer::sum)));
        Map<ShipmentNumber, List<WindowBooking>> bookings = new HashMap<>();
        ours.forEach(r -> bookings.putAll(r.bookings()));
        if (!capacity.claim(days).isEmpty() || !capacity.book(bookings).isEmpty()) {
            throw new Overtaken();
        }
        stock.reserve(ours.stream().flatMap(r -> r.claims().stream()).toList());
    }

    private Map<OrderNumber, List<Shipment>> open(List<Routed> ours) {
        orders.accept(ours.stream().map(Routed::accepted).toList());
        Map<OrderNumber, List<Shipment>> opened = new HashMap<>();
        shipments
                .open(ours.stream().flatMap(r -> r.openings().stream()).toList())
                .forEach(s -> opened.computeIfAbsent(s.number().order(), n -> new ArrayList<>())
                        .add(s));
        return opened;
    }

    private void explain(List<Routed> ours) {
        decisions.insert(ours.stream().map(Routed::decided).toList());
        releases.addChecks(
                Waiting.of(ours.stream().map(r -> r.accepted().order()).toList()));
    }

    private void answer(List<Routed> ours, Map<OrderNumber, List<Shipment>> opened, Round round) {
        List<Idempotency.Kept> kept = new ArrayList<>();
        for (Routed one : ours) {
            Accepted accepted = one.accepted();
            Order order = accepted.order();
            List<Shipment> parts = opened.getOrDefault(order.number(), List.of());
            Idempotency.Key key = one.incoming().key();
            Idempotency.Answer told = key == null
                    ? null
                    : rendering.answer(order, parts, accepted.deed().at());
            round.answers.put(one.incoming(), new Answer.Created(order, parts, told));
            if (key != null && told != null) {
                kept.add(new Idempotency.Kept(key, told));
            }
        }
        idempotency.keep(kept);
    }

    /** What one round came to: answers, and the orders that need another. */
    private static final class Round {
        private final IdentityHashMap<Incoming, Answer> answers = new IdentityHashMap<>();
        private final List<Incoming> again = new ArrayList<>();

        /** Of orders with one number or one key the first goes now; the others then find it. */
        private List<Incoming> distinct(List<Incoming> waiting) {
            Set<Object> seen = new HashSet<>();
            List<Incoming> first = new ArrayList<>(waiting.size());
            for (Incoming one : waiting) {
                boolean newNumber = seen.add(one.order().external());
                boolean newKey = one.key() == null
                        || seen.add(List.of(one.key().principal(), one.key().text()));
                (newNumber && newKey ? first : again).add(one);
            }
            return first;
        }
    }

    /** Another instance used up a location's day between our look and our lock; everything is looked at again. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("a location's capacity was used up meanwhile", null, false, false);
        }
    }
}
