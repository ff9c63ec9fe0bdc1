package io.braid.fulfillment;

import io.braid.fulfillment.Moved.Fact;
import io.braid.inventory.Claim;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.kernel.Quantity;
import io.braid.kernel.ShipmentNumber;
import io.braid.order.Awaiting;
import io.braid.order.LineChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One decided command on one shipment, told as what each neighbour has to do about it: stock, the order, the journal.
 * It computes and writes nothing.
 */
record Change(
        Deed deed, Shipment before, Moved moved, @Nullable ShipNotice notice) {
    /** What became of units that were cut: the record's number, and who takes them over. */
    record Cancellation(String number, Resolution resolution, CutFor cause) {}

    /** The database keeps microseconds; no more is promised. */
    Instant at() {
        return deed.at();
    }

    List<Claim> shippedClaims() {
        List<Claim> claims = new ArrayList<>();
        for (Packed units : shippedUnits()) {
            claims.add(claim(units.line(), units.quantity()));
        }
        return claims;
    }

    List<Packed> shippedUnits() {
        return notice == null ? List.of() : notice.units();
    }

    List<Claim> cutClaims(CancelReason reason) {
        return moved.cuts().stream()
                .filter(cut -> cut.reason() == reason)
                .map(cut -> claim(cut.line(), cut.quantity()))
                .toList();
    }

    /** The positions of lines of which not one unit was to be had. */
    List<StockKey> keysWithNone(CancelReason reason) {
        return moved.cuts().stream()
                .filter(cut -> cut.reason() == reason
                        && cut.quantity() == before.line(cut.line()).quantity())
                .map(cut -> key(cut.line()))
                .distinct()
                .toList();
    }

    List<StockKey> keys() {
        List<StockKey> keys = new ArrayList<>();
        shippedUnits().forEach(u -> keys.add(key(u.line())));
        moved.cuts().forEach(c -> keys.add(key(c.line())));
        return keys;
    }

    private Claim claim(int line, int units) {
        return new Claim(key(line), new Quantity(units));
    }

    private StockKey key(int line) {
        return new StockKey(before.line(line).sku(), before.location());
    }

    /** How many units were cut, by line of the shipment. */
    Map<Integer, Integer> cutUnits() {
        Map<Integer, Integer> units = new TreeMap<>();
        moved.cuts().forEach(cut -> units.merge(cut.line(), cut.quantity(), Integer::sum));
        return units;
    }

    /** What was cut, by order line. */
    List<ShortLine> shortLines() {
        Map<Integer, ShortLine> byOrderLine = new TreeMap<>();
        for (Cut cut : moved.cuts()) {
            ShipmentLine line = before.line(cut.line());
            byOrderLine.merge(
                    line.orderLine(),
                    new ShortLine(line.orderLine(), line.sku(), cut.quantity()),
                    (a, b) -> new ShortLine(a.orderLine(), a.sku(), a.quantity() + b.quantity()));
        }
        return List.copyOf(byOrderLine.values());
    }

    /** Shipped units leave assigned for shipped, cut ones for open or canceled: one change per order line. */
    List<LineChange> orderChanges(CutFor cause) {
        return switch (cause) {
            case LOCATION -> unassigned();
            case ORDER ->
                unassigned().stream()
                        .map(c -> new LineChange(c.line(), 0, c.assigned(), c.shipped(), c.open(), null))
                        .toList();
        };
    }

    String orderEntryType(CutFor cause) {
        if (notice != null) {
            return "UnitsShipped";
        }
        return switch (cause) {
            case LOCATION -> "UnitsUnassigned";
            case ORDER -> "OrderCanceled";
        };
    }

    private List<LineChange> unassigned() {
        Map<Integer, Integer> shipped = new TreeMap<>();
        shippedUnits().forEach(u -> shipped.merge(before.line(u.line()).orderLine(), u.quantity(), Integer::sum));
        Map<Integer, Integer> cut = new TreeMap<>();
        shortLines().forEach(s -> cut.put(s.orderLine(), s.quantity()));
        List<Integer> lines = new ArrayList<>(shipped.keySet());
        cut.keySet().stream().filter(line -> !shipped.containsKey(line)).forEach(lines::add);
        return lines.stream()
                .map(line -> {
                    int left = shipped.getOrDefault(line, 0);
                    int open = cut.getOrDefault(line, 0);
                    return new LineChange(line, open, -left - open, left, 0, open > 0 ? Awaiting.ROUTING : null);
                })
                .toList();
    }

    Shipment after(@Nullable Cancellation cancellation) {
        boolean elsewhere = cancellation != null && cancellation.resolution().disposition() == Disposition.REROUTED;
        ShipmentState to = moved.to() == ShipmentState.CANCELED && elsewhere ? ShipmentState.REASSIGNED : moved.to();
        return new Shipment(
                before.number(),
                before.location(),
                before.vendor(),
                to,
                before.version() + moved.transitions().size(),
                before.fulfillmentType(),
                times(),
                moved.expected() == null ? before.expected() : moved.expected().at(at()),
                before.carriage(),
                moved.lines());
    }

    private ShipmentTimes times() {
        ShipmentTimes was = before.times();
        boolean answered = moved.lines().stream().anyMatch(l -> l.accepted() != null);
        Instant acknowledgedAt = was.acknowledgedAt() == null && answered ? at() : was.acknowledgedAt();
        return new ShipmentTimes(was.openedAt(), was.terms(), acknowledgedAt, lastShipped(was.shippedAt()), at());
    }

    private @Nullable Instant lastShipped(@Nullable Instant earlier) {
        if (notice == null || (earlier != null && earlier.isAfter(notice.shippedAt()))) {
            return earlier;
        }
        return notice.shippedAt();
    }

    /** One entry per transition; the last one tells the state that the shipment really came to. */
    List<Entry> entries(Shipment after, @Nullable Cancellation cancellation) {
        List<Entry> entries = new ArrayList<>();
        ShipmentState from = before.state();
        for (int i = 0; i < moved.transitions().size(); i++) {
            Moved.Transition transition = moved.transitions().get(i);
            boolean last = i == moved.transitions().size() - 1;
            ShipmentState to = last ? after.state() : transition.to();
            entries.add(new Entry(
                    Subject.of(before.number()),
                    before.version() + i + 1,
                    transition.fact().entryType(),
                    from.name(),
                    to.name(),
                    data(transition.fact(), cancellation)));
            from = to;
        }
        return entries;
    }

    private Map<String, Object> data(Fact fact, @Nullable Cancellation cancellation) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (fact == Fact.SHIPPED && notice != null) {
            data.put("notice", notice.number());
            data.put("packages", notice.packages().size());
            data.put("lines", Told.packed(notice.units()));
            return data;
        }
        if (moved.expected() != null) {
            data.put("expectedShipDate", moved.expected().shipDate().toString());
            data.put("reason", moved.expected().reason().name());
            return data;
        }
        if (fact == Fact.ACKNOWLEDGED_BY_NOTICE) {
            data.put("implied", true);
        }
        if (fact == Fact.ACKNOWLEDGED || fact == Fact.ACKNOWLEDGED_BY_NOTICE) {
            data.put("lines", Told.accepted(moved.lines()));
        }
        if (cancellation != null) {
            data.put("canceledItems", cancellation.number());
            data.put("canceled", Told.cuts(moved.cuts()));
            data.put("disposition", cancellation.resolution().disposition().name());
            data.put(
                    "replacements",
                    cancellation.resolution().replacements().stream()
                            .map(ShipmentNumber::toString)
                            .toList());
        }
        return data;
    }
}
