package io.braid.invoice;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.Shipments;
import io.braid.fulfillment.ShippedNotice;
import io.braid.invoice.InvoiceStore.Queue;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Invoices the notices that wait: for their shipment to be complete, or for the end of their period. Each vendor is one
 * transaction that takes notices out of the queue and invoices them, so a notice is invoiced once whatever breaks and
 * however many instances run this. A notice recorded late gets an invoice of its own for the same period.
 */
public final class WaitingNotices {
    /** A transaction that began before midnight may end after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int SHIPMENTS_MAX = 1_000;
    private static final int NOTICES_MAX = 20_000;

    private final InvoiceStore store;
    private final Invoices invoices;
    private final VendorTerms terms;
    private final Shipments shipments;
    private final Transactions transactions;

    WaitingNotices(
            InvoiceStore store, Invoices invoices, VendorTerms terms, Shipments shipments, Transactions transactions) {
        this.store = store;
        this.invoices = invoices;
        this.terms = terms;
        this.shipments = shipments;
        this.transactions = transactions;
    }

    /** Invoices whatever is due at the moment of the deed. */
    public void invoiceDue(Deed deed) {
        for (Queue queue : store.queues()) {
            if (queue.per().isPeriod()) {
                transactions.run(() -> perPeriod(deed, queue));
            } else {
                transactions.run(() -> perShipment(deed, queue));
            }
        }
    }

    private void perPeriod(Deed deed, Queue queue) {
        store.oldestUnbilled(queue).ifPresent(oldest -> {
            LocalDate first =
                    queue.per().periodOf(oldest.atOffset(ZoneOffset.UTC).toLocalDate());
            LocalDate last = queue.per().lastOf(first);
            Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!deed.at().isBefore(end.plus(PATIENCE))) {
                Invoice.About about = Invoice.About.period(queue.per(), first, last);
                issue(deed, about, store.take(queue, end, null, NOTICES_MAX));
            }
        });
    }

    private void perShipment(Deed deed, Queue queue) {
        List<ShipmentNumber> waiting = store.waiting(queue, SHIPMENTS_MAX);
        Set<OrderNumber> orders = waiting.stream().map(ShipmentNumber::order).collect(Collectors.toSet());
        Set<ShipmentNumber> closed = shipments.findAll(orders).stream()
                .filter(shipment -> shipment.state() == ShipmentState.SHIPPED)
                .map(Shipment::number)
                .collect(Collectors.toSet());
        List<ShipmentNumber> due = waiting.stream().filter(closed::contains).toList();
        store.take(queue, null, due, NOTICES_MAX).stream()
                .collect(Collectors.groupingBy(NoticeKey::shipment))
                .forEach((shipment, notices) -> issue(deed, Invoice.About.shipment(shipment), notices));
    }

    /** Notices that left under the same terms share an invoice: it has one due date, one allowance and one tax. */
    private void issue(Deed deed, Invoice.About about, List<NoticeKey> taken) {
        Set<ShipmentNumber> of = taken.stream().map(NoticeKey::shipment).collect(Collectors.toSet());
        Set<NoticeKey> wanted = Set.copyOf(taken);
        Map<NoticeKey, NoticeTerms> agreed = terms.kept(of);
        Map<NoticeTerms, List<ShippedNotice>> byTerms = new LinkedHashMap<>();
        for (ShippedNotice notice : shipments.listShipped(of)) {
            NoticeKey key = new NoticeKey(notice.shipment(), notice.notice());
            if (wanted.contains(key)) {
                NoticeTerms its = Objects.requireNonNull(agreed.get(key), "a notice waits without its terms");
                byTerms.computeIfAbsent(its, t -> new ArrayList<>()).add(notice);
            }
        }
        byTerms.forEach((its, notices) -> invoices.issue(deed, its, about, notices));
    }
}
