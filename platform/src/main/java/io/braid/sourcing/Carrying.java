package io.braid.sourcing;

import io.braid.inventory.Claim;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.location.LocationDay;
import io.braid.location.WindowBooking;
import io.braid.order.Order;
import io.braid.order.OrderChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out what was planned for orders that are already here: capacity, stock, shipments, orders and decisions, in
 * the caller's transaction and in the same number of statements for one order as for fifty. Stock must be locked.
 */
final class Carrying {
    private final OrderPath.Parts parts;

    Carrying(OrderPath.Parts parts) {
        this.parts = parts;
    }

    /**
     * Counts the shipments in; false when a day's or a window's capacity was used up meanwhile, and then nothing was
     * counted.
     */
    boolean claimDays(List<Onward> planned) {
        Map<LocationDay, Integer> days = new HashMap<>();
        planned.forEach(p -> p.allocation().capacityDays().forEach(day -> days.merge(day, 1, Integer::sum)));
        Set<LocationDay> lost = parts.capacity().claim(days);
        Map<ShipmentNumber, List<WindowBooking>> bookings = new HashMap<>();
        planned.forEach(p -> bookings.putAll(p.allocation().bookings()));
        if (lost.isEmpty() && parts.capacity().book(bookings).isEmpty()) {
            return true;
        }
        days.keySet().removeAll(lost);
        parts.capacity().giveBack(days);
        return false;
    }

    /**
     * @param entryType what happened to each order, for the journal
     * @param reason what called for it, for the decision
     */
    void carryOut(Deed deed, String entryType, String reason, List<Onward> planned) {
        if (planned.isEmpty()) {
            return;
        }
        parts.stock().reserve(claims(planned));
        parts.shipments()
                .open(planned.stream()
                        .flatMap(p -> p.allocation().openings().stream())
                        .toList());
        List<OrderChange> changes = planned.stream()
                .map(p -> new OrderChange(p.order(), p.changes()))
                .toList();
        List<Order> after = parts.orders().changeAll(deed, entryType, changes);
        if (!Backorders.REASON.equals(reason)) {
            parts.releases().addChecks(Waiting.of(after));
        }
        Map<OrderNumber, Integer> counts =
                parts.decisions().counts(planned.stream().map(Onward::number).toList());
        List<Decided> decided = new ArrayList<>(planned.size());
        for (Onward one : planned) {
            decided.add(one.asked().decided(one.number(), counts.getOrDefault(one.number(), 0) + 1, reason));
        }
        parts.decisions().insert(decided);
    }

    static List<Claim> claims(List<Onward> planned) {
        return planned.stream().flatMap(p -> p.allocation().claims().stream()).toList();
    }
}
