package io.braid.invoice;

import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.ShipmentState;
import io.braid.fulfillment.Shipments;
import io.braid.fulfillment.ShippedNotice;
import io.braid.invoice.InvoiceStore.Waiting;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        for (VendorCode vendor : store.vendorsWithUnbilled()) {
            Terms agreed = terms.of(vendor);
            if (agreed.billedPer().isPeriod()) {
                transactions.run(() -> perPeriod(deed, agreed));
            } else {
                transactions.run(() -> perShipment(deed, agreed));
            }
        }
    }

    private void perPeriod(Deed deed, Terms agreed) {
        store.oldestUnbilled(agreed.vendor()).ifPresent(oldest -> {
            LocalDate first =
                    agreed.billedPer().periodOf(oldest.atOffset(ZoneOffset.UTC).toLocalDate());
            LocalDate last = agreed.billedPer().lastOf(first);
            Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!deed.at().isBefore(end.plus(PATIENCE))) {
                List<Waiting> taken = store.take(agreed.vendor(), end, null, NOTICES_MAX);
                Invoice.About about = Invoice.About.period(agreed.billedPer(), first, last);
                invoices.issue(deed, agreed, about, notices(taken));
            }
        });
    }

    /** Also what waited when the vendor changed from another way of billing. */
    private void perShipment(Deed deed, Terms agreed) {
        List<ShipmentNumber> waiting = store.waiting(agreed.vendor(), SHIPMENTS_MAX);
        Set<OrderNumber> orders = waiting.stream().map(ShipmentNumber::order).collect(Collectors.toSet());
        Set<ShipmentNumber> closed = shipments.findAll(orders).stream()
                .filter(shipment -> shipment.state() == ShipmentState.SHIPPED)
                .map(Shipment::number)
                .collect(Collectors.toSet());
        List<ShipmentNumber> due = agreed.billedPer() == BilledPer.NOTICE
                ? waiting
                : waiting.stream().filter(closed::contains).toList();
        if (due.isEmpty()) {
            return;
        }
        Map<ShipmentNumber, List<ShippedNotice>> byShipment =
                notices(store.take(agreed.vendor(), null, due, NOTICES_MAX)).stream()
                        .collect(Collectors.groupingBy(ShippedNotice::shipment));
        byShipment.forEach((shipment, notices) -> {
            if (agreed.billedPer() == BilledPer.NOTICE) {
                notices.forEach(notice ->
                        invoices.issue(deed, agreed, Invoice.About.notice(shipment, notice.notice()), List.of(notice)));
            } else {
                invoices.issue(deed, agreed, Invoice.About.shipment(shipment), notices);
            }
        });
    }

    private List<ShippedNotice> notices(List<Waiting> taken) {
        Set<Waiting> wanted = new HashSet<>(taken);
        List<ShipmentNumber> of =
                taken.stream().map(Waiting::shipment).distinct().toList();
        return shipments.listShipped(of).stream()
                .filter(notice -> wanted.contains(new Waiting(notice.shipment(), notice.notice())))
                .toList();
    }
}
