package io.braid.invoice;

import io.braid.fulfillment.ShippedNotice;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendors;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of every vendor. A change holds for what ships from then on; invoices that were issued stay. */
public final class VendorTerms {
    private final TermsStore store;
    private final Vendors vendors;
    private final Journal journal;
    private final Transactions transactions;

    VendorTerms(TermsStore store, Vendors vendors, Journal journal, Transactions transactions) {
        this.store = store;
        this.vendors = vendors;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Empty for a vendor that is not known. */
    public Optional<Terms> findTerms(VendorCode vendor) {
        Optional<Terms> agreed = store.find(vendor);
        return agreed.isPresent()
                ? agreed
                : vendors.findVendor(vendor).map(known -> Terms.usual(vendor, known.paymentDays()));
    }

    Terms of(VendorCode vendor) {
        return findTerms(vendor)
                .orElseThrow(() -> new IllegalStateException("vendor " + vendor + " has shipped and is unknown"));
    }

    /** Fixes the terms of a notice: those that are agreed in its moment. */
    NoticeTerms keep(ShippedNotice notice, Terms agreed) {
        NoticeTerms now = agreed.ofNotice();
        store.keep(new NoticeKey(notice.shipment(), notice.notice()), now);
        return now;
    }

    Map<NoticeKey, NoticeTerms> kept(Collection<ShipmentNumber> shipments) {
        return store.kept(shipments);
    }

    /** Replaces the terms; their version must be the one that is there now, 0 where nothing was agreed yet. */
    public Outcome<Terms> agree(Deed deed, Terms terms) {
        return transactions.decide(() -> {
            Optional<Vendor> vendor = vendors.findVendor(terms.vendor());
            if (vendor.isEmpty()) {
                return Outcome.refused(new InvoiceRefusal.NoSuchVendor(terms.vendor()));
            }
            int current = of(terms.vendor()).version();
            if (terms.version() != current || !store.put(terms, deed.at())) {
                return Outcome.refused(
                        new InvoiceRefusal.VersionConflict("the terms of " + terms.vendor(), terms.version(), current));
            }
            Terms agreed = terms.withVersion(current + 1);
            Subject subject = Subject.of("terms", terms.vendor().text());
            journal.record(deed, List.of(new Entry(subject, current + 1, "TermsAgreed", null, null, told(agreed))));
            return Outcome.done(agreed);
        });
    }

    private static Map<String, Object> told(Terms terms) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vendor", terms.vendor().text());
        data.put("billedPer", terms.billedPer().name());
        data.put("paymentDays", terms.paymentDays());
        data.put("allowancePercent", terms.allowancePercent().toPlainString());
        data.put("taxPercent", terms.taxPercent().toPlainString());
        data.put("latePercent", terms.latePercent().toPlainString());
        data.put("canceledPercent", terms.canceledPercent().toPlainString());
        data.put("mislabeledAmount", terms.mislabeledAmount().toPlainString());
        data.put("disputeDays", terms.disputeDays());
        return data;
    }
}
