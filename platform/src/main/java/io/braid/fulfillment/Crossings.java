package io.braid.fulfillment;

import io.braid.fulfillment.CrossingStore.Crossing;
import io.braid.fulfillment.Reminding.Late;
import io.braid.fulfillment.Reminding.Task;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells when open steps become at risk or overdue: one journal entry, and so one event, for each line that is crossed,
 * whoever and how many look for it, and a reminder where the policy says so. The entries are a subject of their own
 * beside the shipment's: time passing is nobody's change, and must not make a stale version of the one that a location
 * is just answering. The status itself is never read from here, it is computed.
 */
public final class Crossings {
    /** Nobody holds a claim longer; a withdrawal whose instance died is taken up again after it. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final CrossingStore store;
    private final Transactions transactions;
    private final Audience audience;
    private final Fulfillment fulfillment;
    private final Stock stock;

    /** Who is told of a crossing beside the journal. */
    record Audience(Journal journal, Reminding reminding) {}

    Crossings(CrossingStore store, Transactions transactions, Audience audience, Fulfillment fulfillment, Stock stock) {
        this.store = store;
        this.transactions = transactions;
        this.audience = audience;
        this.fulfillment = fulfillment;
        this.stock = stock;
    }

    /** Tells of lines crossed until the deed's moment, at most {@code limit} of each kind; answers how many. */
    public int tell(Deed deed, int limit) {
        return transactions.call(() -> {
            List<Crossing> crossings = store.cross(deed.at(), limit);
            List<Entry> entries = new ArrayList<>();
            crossings.forEach(crossing -> entries.addAll(entries(crossing)));
            audience.journal().record(deed, entries);
            audience.reminding()
                    .remind(crossings.stream()
                            .filter(crossing -> isTold(crossing.action()))
                            .map(Crossings::late)
                            .toList());
            return crossings.size();
        });
    }

    private static Late late(Crossing crossing) {
        return new Late(
                crossing.shipment(),
                crossing.location(),
                crossing.vendor(),
                task(crossing),
                crossing.now(),
                crossing.dueBy(),
                crossing.action());
    }

    private static Task task(Crossing crossing) {
        return crossing.state() == ShipmentState.READY ? Task.ACKNOWLEDGE : Task.SHIP;
    }

    private static List<Entry> entries(Crossing crossing) {
        Subject subject = subject(crossing.shipment());
        boolean acts = crossing.now() == SlaStatus.OVERDUE && isTold(crossing.action());
        int seq = acts ? crossing.lastEntry() - 1 : crossing.lastEntry();
        String type = crossing.now() == SlaStatus.OVERDUE ? "ShipmentOverdue" : "ShipmentAtRisk";
        Map<String, Object> data = data(crossing);
        Entry crossed = new Entry(subject, seq, type, null, null, data);
        if (!acts) {
            return List.of(crossed);
        }
        String act = crossing.action() == BreachAction.REMIND ? "ShipmentReminded" : "ShipmentEscalated";
        return List.of(crossed, new Entry(subject, seq + 1, act, null, null, data));
    }

    private static boolean isTold(BreachAction action) {
        return switch (action) {
            case REMIND, ESCALATE -> true;
            case NONE, WITHDRAW_AND_REROUTE -> false;
        };
    }

    private static Map<String, Object> data(Crossing crossing) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("shipment", crossing.shipment().toString());
        data.put("step", task(crossing).name());
        data.put("from", crossing.was().name());
        data.put("to", crossing.now().name());
        data.put("dueBy", crossing.dueBy().toString());
        data.put("location", crossing.location().text());
        if (crossing.vendor() != null) {
            data.put("vendor", crossing.vendor().text());
        }
        data.put("policy", crossing.policy());
        data.put("policyVersion", crossing.policyVersion());
        data.put("onBreach", crossing.action().name());
        return data;
    }

    /** What the journal keeps crossings under: the shipment's number in the family of its order. */
    public static Subject subject(ShipmentNumber shipment) {
        return Subject.of(shipment.order(), "sla", shipment.toString());
    }

    /** Shipments whose acknowledgement is overdue and whose policy takes them back; for a while nobody else's task. */
    public List<ShipmentNumber> claimWithdrawals(Deed deed, int limit) {
        return transactions.call(() -> store.claimWithdrawals(deed.at(), LEASE, limit));
    }

    /**
     * Takes a shipment back: its units go to the next location, and what else lies of them at this one is promised to
     * nobody until somebody unblocks it. One transaction. Refused when the location has answered meanwhile.
     */
    public Outcome<Shipment> withdraw(Deed deed, ShipmentNumber shipment) {
        if (!store.stillToBeWithdrawn(shipment)) {
            return Outcome.refused(new ShipmentRefusal.AlreadyAcknowledged());
        }
        Outcome<Shipment> outcome = transactions.decide(() -> fulfillment
                .carryOut(
                        deed,
                        new Addressed(shipment, null),
                        new ShipmentCommand.Withdraw(CancelReason.NOT_ACKNOWLEDGED, null))
                .map(out -> blockRest(deed, out.shipment())));
        if (outcome instanceof Outcome.Refused<Shipment>) {
            transactions.run(() -> store.letBe(shipment));
        }
        return outcome;
    }

    private Shipment blockRest(Deed deed, Shipment withdrawn) {
        stock.block(
                deed,
                CancelReason.NOT_ACKNOWLEDGED.name(),
                withdrawn.lines().stream()
                        .map(line -> new StockKey(line.sku(), withdrawn.location()))
                        .distinct()
                        .toList());
        return withdrawn;
    }
}
