package io.braid.invoice;

import io.braid.fulfillment.ShippedNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The units of a purchase order that left, by line and notice, less those that earlier invoices of the vendor have
 * settled, the first that left first. It is counted down as an invoice asks for them; it knows no price.
 */
final class ShippedUnits {
    /** Units of one line that left with one notice. */
    record Batch(int notice, NoticeTerms terms, int units) {}

    private final Map<Integer, List<Batch>> byLine = new HashMap<>();

    /** @param settled units by shipment line in the vendor's invoices that matched or were approved */
    ShippedUnits(List<ShippedNotice> notices, Map<NoticeKey, NoticeTerms> terms, Map<Integer, Integer> settled) {
        for (ShippedNotice notice : notices) {
            NoticeTerms its = Objects.requireNonNull(
                    terms.get(new NoticeKey(notice.shipment(), notice.notice())), "a notice without its terms");
            for (ShippedNotice.Line line : notice.lines()) {
                byLine.computeIfAbsent(line.line(), l -> new ArrayList<>())
                        .add(new Batch(notice.notice(), its, line.quantity()));
            }
        }
        settled.forEach(this::take);
    }

    private ShippedUnits(Map<Integer, List<Batch>> left) {
        left.forEach((line, batches) -> byLine.put(line, new ArrayList<>(batches)));
    }

    ShippedUnits copy() {
        return new ShippedUnits(byLine);
    }

    int left(int line) {
        return byLine.getOrDefault(line, List.of()).stream()
                .mapToInt(Batch::units)
                .sum();
    }

    /** Takes as many as are left, no more than asked. */
    List<Batch> take(int line, int units) {
        List<Batch> rest = byLine.getOrDefault(line, List.of());
        List<Batch> taken = new ArrayList<>();
        List<Batch> left = new ArrayList<>();
        int wanted = units;
        for (Batch batch : rest) {
            int now = Math.min(wanted, batch.units());
            wanted -= now;
            if (now > 0) {
                taken.add(new Batch(batch.notice(), batch.terms(), now));
            }
            if (batch.units() > now) {
                left.add(new Batch(batch.notice(), batch.terms(), batch.units() - now));
            }
        }
        byLine.put(line, left);
        return taken;
    }
}
