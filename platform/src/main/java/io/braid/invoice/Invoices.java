package io.braid.invoice;

import io.braid.fulfillment.ShippedNotice;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What vendors are owed. An invoice is made of ship notices, from the costs of the shipments' lines, which are those of
 * the contract; nothing else makes one and nothing changes one. Numbers run without gaps per vendor, so the vendor's
 * counter is locked last of all.
 */
public final class Invoices {
    private final InvoiceStore store;
    private final ExportStore exports;
    private final VendorReads reads;
    private final Journal journal;
    private final Transactions transactions;

    Invoices(InvoiceStore store, ExportStore exports, VendorReads reads, Journal journal, Transactions transactions) {
        this.store = store;
        this.exports = exports;
        this.reads = reads;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** One invoice per currency: one, unless contracts name several. */
    void issue(Deed deed, NoticeTerms agreed, Invoice.About about, List<ShippedNotice> notices) {
        Map<Currency, List<Invoice.Line>> byCurrency = new LinkedHashMap<>();
        for (ShippedNotice notice : notices) {
            for (ShippedNotice.Line line : notice.lines()) {
                Currency currency = line.unitCost().money().currency();
                List<Invoice.Line> lines = byCurrency.computeIfAbsent(currency, c -> new ArrayList<>());
                lines.add(new Invoice.Line(
                        lines.size() + 1,
                        notice.shipment(),
                        notice.notice(),
                        line.line(),
                        line.sku(),
                        line.vendorSku(),
                        line.quantity(),
                        line.unitCost()));
            }
        }
        Instant issuedAt = deed.at();
        Instant dueAt = issuedAt.plus(Duration.ofDays(agreed.paymentDays()));
        byCurrency.forEach((currency, lines) -> {
            Amounts amounts = Amounts.of(currency, lines, agreed);
            Invoice invoice = new Invoice(store.nextNumber(agreed.vendor()), about, issuedAt, dueAt, amounts, lines);
            store.insert(invoice);
            journal.record(deed, List.of(Entry.first(subject(invoice), "InvoiceIssued", told(invoice))));
        });
    }

    private static Map<String, Object> told(Invoice invoice) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vendor", invoice.vendor().text());
        Invoice.About about = invoice.about();
        if (about.shipment() != null) {
            data.put("shipment", about.shipment().toString());
        }
        if (about.notice() != null) {
            data.put("notice", about.notice());
        }
        if (about.from() != null && about.to() != null) {
            data.put("from", about.from().toString());
            data.put("to", about.to().toString());
        }
        data.put("total", invoice.total().toString());
        data.put("dueAt", invoice.dueAt().toString());
        return data;
    }

    /** About one order, it belongs to that order's family, like the shipment; else it is its own. */
    public static Subject subject(Invoice invoice) {
        ShipmentNumber shipment = invoice.about().shipment();
        return shipment == null
                ? Subject.of("invoice", invoice.number().toString())
                : Subject.of(shipment.order(), "invoice", invoice.number().toString());
    }

    public Optional<Invoice> findInvoice(InvoiceNumber number) {
        return store.find(number);
    }

    public List<Invoice> listInvoices(InvoiceQuery query) {
        return store.list(query);
    }

    /**
     * Invoices and notes behind a place in the export, in an order that never changes: who asks on from the last place
     * it has seen gets every document, each once.
     */
    public List<Exported> export(long after, int limit) {
        transactions.run(() -> exports.number(limit));
        return exports.behind(after, limit);
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
