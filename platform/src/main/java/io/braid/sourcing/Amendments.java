package io.braid.sourcing;

import io.braid.fulfillment.ShipTo;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.Shipments;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.NewOrder;
import io.braid.order.Order;
import io.braid.order.Orders;
import io.braid.sourcing.Amendment.Kind;
import io.braid.sourcing.Amendment.State;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper changes after the order was placed. What the operator still holds is done at once; a vendor that has
 * the purchase order is asked, and its answer is carried out in one transaction. Shipped wins: a request that comes to
 * its answer after the units have left is TOO_LATE. Of one kind a shipment has one open request.
 */
public final class Amendments {
    private final AmendmentStore store;
    private final Sourcing sourcing;
    private final Orders orders;
    private final Shipments shipments;
    private final Ground ground;

    Amendments(AmendmentStore store, Sourcing sourcing, Orders orders, Shipments shipments, Ground ground) {
        this.store = store;
        this.sourcing = sourcing;
        this.orders = orders;
        this.shipments = shipments;
        this.ground = ground;
    }

    record Ground(VendorReads reads, AmendmentJournal journal, Transactions transactions) {}

    /** Cancels what can be canceled at once, and asks the vendors that have the rest. */
    public Outcome<Order> cancel(Deed deed, OrderNumber number, @Nullable Integer expectedVersion) {
        return ground.transactions()
                .decide(() -> sourcing.locked(number, expectedVersion).then(order -> {
                    List<Shipment> asked = openAtVendors(number);
                    Optional<Order> canceled = sourcing.cancelOwn(deed, order);
                    int requests = request(deed, Kind.CANCELLATION, asked, null);
                    if (canceled.isEmpty() && requests == 0) {
                        return Outcome.refused(
                                new OrderRefusal.NothingToCancel(order.state().name()));
                    }
                    return Outcome.done(canceled.orElse(order));
                }));
    }

    /**
     * Sends an order elsewhere: what has shipped keeps its address, owned locations follow at once, vendors that have
     * a purchase order are asked and keep the old address until they accept.
     */
    public Outcome<Order> readdress(
            Deed deed, OrderNumber number, NewOrder.ShipTo to, @Nullable Integer expectedVersion) {
        return ground.transactions()
                .decide(() -> sourcing.locked(number, expectedVersion).then(order -> {
                    List<Shipment> all = shipments.listByOrder(number);
                    boolean unshipped = order.lines().stream().anyMatch(l -> l.open() > 0 || l.assigned() > 0);
                    if (!unshipped) {
                        return Outcome.refused(new OrderRefusal.NothingToReaddress(
                                order.state().name()));
                    }
                    List<Shipment> asked = openAtVendors(number);
                    List<ShipmentNumber> keep = new ArrayList<>();
                    List<ShipmentNumber> follow = new ArrayList<>();
                    for (Shipment shipment : all) {
                        boolean follows = shipment.vendor() == null && Sourcing.isOpen(shipment.state());
                        (follows ? follow : keep).add(shipment.number());
                    }
                    shipments.keepAddress(number, keep, address(order.placed().shipTo()));
                    orders.readdress(deed, order, to);
                    shipments.followOrder(deed, number, follow);
                    supersede(deed, Kind.ADDRESS, asked);
                    request(deed, Kind.ADDRESS, asked, address(to));
                    return Outcome.done(orders.findOrder(number).orElseThrow());
                }));
    }

    private List<Shipment> openAtVendors(OrderNumber number) {
        return shipments.listByOrder(number).stream()
                .filter(shipment -> shipment.vendor() != null && Sourcing.isOpen(shipment.state()))
                .toList();
    }

    private static ShipTo address(NewOrder.ShipTo to) {
        return new ShipTo(
                to.name(),
                to.line1(),
                to.line2(),
                to.city(),
                to.region(),
                to.postalCode().code(),
                to.postalCode().country().text(),
                to.phone());
    }

    private void supersede(Deed deed, Kind kind, List<Shipment> asked) {
        if (!asked.isEmpty()) {
            OrderNumber order = asked.getFirst().number().order();
            List<ShipmentNumber> numbers = asked.stream().map(Shipment::number).toList();
            ground.journal().closed(deed, store.supersede(order, kind, numbers, deed.at()));
        }
    }

    private int request(Deed deed, Kind kind, List<Shipment> of, @Nullable ShipTo to) {
        int requested = 0;
        Instant at = deed.at();
        for (Shipment shipment : of) {
            if (shipment.vendor() == null) {
                continue;
            }
            Amendment asked = new Amendment(
                    Ids.newId(at), shipment.number(), shipment.vendor(), kind, State.REQUESTED, to, at, null, null, 1);
            if (store.insert(asked)) {
                requested++;
                ground.journal().requested(deed, asked);
            }
        }
        return requested;
    }

    /** The vendor agrees: what has not left is canceled, or goes to the new address. */
    public Outcome<Amendment> accept(VendorScope scope, Deed deed, UUID id) {
        return answer(scope, deed, id, new Answered(State.ACCEPTED, null));
    }

    /** The vendor does not agree, and says why. */
    public Outcome<Amendment> refuse(VendorScope scope, Deed deed, UUID id, String comment) {
        return answer(scope, deed, id, new Answered(State.REFUSED, comment));
    }

    private record Answered(State state, @Nullable String comment) {}

    private Outcome<Amendment> answer(VendorScope scope, Deed deed, UUID id, Answered answer) {
        Optional<Amendment> own = findAmendment(scope, id);
        if (own.isEmpty()) {
            return Outcome.refused(new OrderRefusal.NoSuchAmendment());
        }
        Outcome<Amendment> told = ground.transactions().decide(() -> {
            OrderNumber number = own.get().shipment().order();
            Order order = orders.lock(number).orElseThrow();
            Amendment asked = store.find(id).orElseThrow();
            return switch (asked.state()) {
                case REQUESTED -> Outcome.done(answer(deed, order, asked, answer));
                case TOO_LATE, SETTLED -> Outcome.done(asked);
                case ACCEPTED, REFUSED, SUPERSEDED ->
                    Outcome.refused(
                            new OrderRefusal.AmendmentAnswered(asked.state().name()));
            };
        });
        return told.map(found -> asNeeded(List.of(found)).getFirst());
    }

    /** The answer is there before it is carried out: what that closes has no open request any more. */
    private Amendment answer(Deed deed, Order order, Amendment asked, Answered answer) {
        Shipment shipment = shipments.findShipment(asked.shipment()).orElseThrow();
        State to = Sourcing.isOpen(shipment.state()) ? answer.state() : State.TOO_LATE;
        Amendment answered = asked.answered(to, deed.at(), answer.comment());
        store.answer(answered);
        ground.journal().closed(deed, List.of(answered));
        if (to == State.ACCEPTED) {
            carryOut(deed, order, asked);
        }
        return answered;
    }

    private void carryOut(Deed deed, Order order, Amendment asked) {
        switch (asked.kind()) {
            case CANCELLATION -> sourcing.cancelAt(deed, order, asked.shipment());
            case ADDRESS -> shipments.followOrder(deed, order.number(), List.of(asked.shipment()));
        }
    }

    public List<Amendment> listAmendments(AmendmentQuery query) {
        return store.list(query);
    }

    public Optional<Amendment> findAmendment(UUID id) {
        return store.find(id);
    }

    /** What was asked about orders, the oldest first. */
    public List<Amendment> listAmendments(List<OrderNumber> of) {
        return of.isEmpty() ? List.of() : store.ofOrders(of);
    }

    public Optional<Amendment> findAmendment(VendorScope scope, UUID id) {
        return ground.reads()
                .as(scope, jdbc -> new AmendmentStore(jdbc).find(id))
                .filter(found -> found.vendor().equals(scope.vendor()))
                .map(found -> asNeeded(List.of(found)).getFirst());
    }

    public List<Amendment> listAmendments(VendorScope scope, AmendmentQuery query) {
        return asNeeded(ground.reads().as(scope, jdbc -> new AmendmentStore(jdbc).list(query.of(scope.vendor()))));
    }

    /** A vendor is told where it is to ship, or is asked to; of any other new address it has no need. */
    private List<Amendment> asNeeded(List<Amendment> asked) {
        List<OrderNumber> accepted = asked.stream()
                .filter(a -> a.shipTo() != null && a.state() == State.ACCEPTED)
                .map(a -> a.shipment().order())
                .distinct()
                .toList();
        Set<ShipmentNumber> ended = shipments.findAll(accepted).stream()
                .filter(shipment -> !shipment.state().goesAnywhere())
                .map(Shipment::number)
                .collect(Collectors.toSet());
        return asked.stream()
                .map(a -> switch (a.state()) {
                    case REQUESTED -> a;
                    case ACCEPTED -> ended.contains(a.shipment()) ? a.withoutAddress() : a;
                    case REFUSED, TOO_LATE, SETTLED, SUPERSEDED -> a.withoutAddress();
                })
                .toList();
    }
}
