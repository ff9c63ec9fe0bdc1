package io.braid.invoice;

import io.braid.fulfillment.Billing;
import io.braid.fulfillment.CanceledUnits;
import io.braid.fulfillment.ShippedNotice;
import io.braid.journal.Deed;
import java.util.List;

/** What follows from a vendor's steps, in their transaction: the invoice, now or later, and deductions as agreed. */
final class Charging implements Billing {
    private final InvoiceStore store;
    private final Invoices invoices;
    private final Deductions deductions;
    private final VendorTerms terms;

    Charging(InvoiceStore store, Invoices invoices, Deductions deductions, VendorTerms terms) {
        this.store = store;
        this.invoices = invoices;
        this.deductions = deductions;
        this.terms = terms;
    }

    /** Invoices the notice, or lets it wait for its shipment or its period, as the vendor's terms say. */
    @Override
    public void billed(Deed deed, ShippedNotice notice) {
        Terms now = terms.of(notice.vendor());
        deductions.shipped(deed, notice, now);
        NoticeTerms agreed = terms.keep(notice, now);
        if (agreed.billedPer() == BilledPer.NOTICE) {
            Invoice.About about = Invoice.About.notice(notice.shipment(), notice.notice());
            invoices.issue(deed, agreed, about, List.of(notice));
        } else {
            store.putOff(notice, deed.at());
        }
    }

    @Override
    public void canceled(Deed deed, CanceledUnits units) {
        deductions.canceled(deed, units, terms.of(units.vendor()));
    }
}
