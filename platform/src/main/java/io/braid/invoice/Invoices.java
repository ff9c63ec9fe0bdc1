package io.braid.invoice;

import io.braid.fulfillment.Billing;
import io.braid.fulfillment.ShippedNotice;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Money;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import io.braid.vendor.Vendors;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What vendors are owed. An invoice is made with the ship notice it is about, from the costs of the shipment's lines,
 * which are those of the contract; nothing else makes or changes one. Numbers run without gaps per vendor, so the
 * vendor's counter is locked last of all.
 */
public final class Invoices implements Billing {
    private final InvoiceStore store;
    private final VendorReads reads;
    private final Vendors vendors;
    private final Journal journal;

    Invoices(InvoiceStore store, VendorReads reads, Vendors vendors, Journal journal) {
        this.store = store;
        this.reads = reads;
        this.vendors = vendors;
        this.journal = journal;
    }

    /** One invoice per currency of the notice: one, unless the contract names several. */
    @Override
    public void billed(Deed deed, ShippedNotice notice) {
        int paymentDays = vendors.findVendor(notice.vendor())
                .orElseThrow(
                        () -> new IllegalStateException("vendor " + notice.vendor() + " has shipped and is unknown"))
                .paymentDays();
        Map<Currency, List<ShippedNotice.Line>> byCurrency = notice.lines().stream()
                .collect(Collectors.groupingBy(
                        l -> l.unitCost().money().currency(), LinkedHashMap::new, Collectors.toList()));
        byCurrency.forEach((currency, lines) -> {
            Invoice invoice = issue(deed.at(), paymentDays, notice, lines);
            store.insert(invoice);
            journal.record(deed, List.of(Entry.first(subject(invoice), "InvoiceIssued", told(invoice))));
        });
    }

    private Invoice issue(Instant at, int paymentDays, ShippedNotice notice, List<ShippedNotice.Line> shipped) {
        List<Invoice.Line> lines = new ArrayList<>();
        Money sum = Money.zero(shipped.getFirst().unitCost().money().currency());
        for (ShippedNotice.Line line : shipped) {
            Invoice.Line owed = new Invoice.Line(
                    lines.size() + 1, line.line(), line.sku(), line.vendorSku(), line.quantity(), line.unitCost());
            lines.add(owed);
            sum = sum.plus(owed.amount());
        }
        Instant issuedAt = at.truncatedTo(ChronoUnit.MICROS);
        Instant dueAt = issuedAt.plus(Duration.ofDays(paymentDays));
        InvoiceNumber number = store.nextNumber(notice.vendor());
        return new Invoice(number, notice.shipment(), notice.notice(), issuedAt, dueAt, sum.rounded(), lines);
    }

    private static Map<String, Object> told(Invoice invoice) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vendor", invoice.vendor().text());
        data.put("shipment", invoice.shipment().toString());
        data.put("notice", invoice.notice());
        data.put("total", invoice.total().toString());
        data.put("dueAt", invoice.dueAt().toString());
        return data;
    }

    /** An invoice belongs to its order's family, like the shipment it is about. */
    public static Subject subject(Invoice invoice) {
        return new Subject(invoice.shipment().order().value(), "invoice:" + invoice.number());
    }

    public Optional<Invoice> findInvoice(InvoiceNumber number) {
        return store.find(number);
    }

    public List<Invoice> listInvoices(InvoiceQuery query) {
        return store.list(query);
    }

    /** For a vendor: somebody else's invoice is as absent as one that was never issued. */
    public Optional<Invoice> findInvoice(VendorScope scope, InvoiceNumber number) {
        return reads.as(scope, jdbc -> new InvoiceStore(jdbc).find(number))
                .filter(invoice -> invoice.vendor().equals(scope.vendor()));
    }

    public List<Invoice> listInvoices(VendorScope scope, InvoiceQuery query) {
        return reads.as(scope, jdbc -> new InvoiceStore(jdbc).list(query.of(scope.vendor())));
    }
}
