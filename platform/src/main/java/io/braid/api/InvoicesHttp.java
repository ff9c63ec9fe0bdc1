package io.braid.api;

import io.braid.invoice.Invoice;
import io.braid.invoice.InvoiceQuery;
import io.braid.invoice.Invoices;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.vendor.Vendors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all vendors are owed. Invoices come of ship notices and of nothing else, so they are only read. */
@RestController
@RequestMapping("/api/v1/invoices")
final class InvoicesHttp {
    private static final int EXPORT_ROWS = 500;
    private static final int EXPORT_ROWS_MAX = 5_000;

    private final Invoices invoices;
    private final Vendors vendors;

    InvoicesHttp(Invoices invoices, Vendors vendors) {
        this.invoices = invoices;
        this.vendors = vendors;
    }

    @GetMapping
    @Needs("invoices:read")
    Page<InvoiceView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String shipment) {
        Faults faults = new Faults();
        VendorCode owedTo = faults.optional("/vendor", vendor, VendorCode::new);
        ShipmentNumber about = faults.optional("/shipment", shipment, ShipmentNumber::parse);
        faults.refuseIfAny();
        InvoiceQuery query = new InvoiceQuery(owedTo, about, paging.after(InvoiceView::cursor), paging.fetch());
        return paging.page(invoices.listInvoices(query), InvoiceView::of, InvoiceView::key);
    }

    @GetMapping("/{number}")
    @Needs("invoices:read")
    InvoiceView read(@PathVariable String number) {
        return invoices.findInvoice(InvoiceView.number(number))
                .map(InvoiceView::of)
                .orElseThrow(Declined::notFound);
    }

    @GetMapping(value = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs("invoices:read")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        Invoice invoice = invoices.findInvoice(InvoiceView.number(number)).orElseThrow(Declined::notFound);
        return InvoiceDocuments.pdf(invoice, vendors);
    }

    /**
     * A table for the ERP, one row per invoice line or note, in an order that never changes. The header
     * {@code Next-After} names the place to go on from; it is the same as before when there is nothing new.
     */
    @GetMapping(value = "/export", produces = "text/csv")
    @Needs("invoices:read")
    ResponseEntity<String> export(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Faults faults = new Faults();
        if (after != null && after < 0) {
            faults.add("/after", after + " is not a place in the export; begin with 0");
        }
        int rows = limit == null ? EXPORT_ROWS : faults.number("/limit", limit, 1, EXPORT_ROWS_MAX);
        faults.refuseIfAny();
        return InvoiceTable.csv(invoices.export(after == null ? 0 : after, rows), after == null ? 0 : after);
    }
}
