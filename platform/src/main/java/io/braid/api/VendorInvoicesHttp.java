package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.invoice.Invoice;
import io.braid.invoice.InvoiceQuery;
import io.braid.invoice.Invoices;
import io.braid.kernel.ShipmentNumber;
import io.braid.vendor.Vendors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one vendor is owed, as that vendor sees it. */
@RestController
@RequestMapping("/api/v1/vendor/invoices")
final class VendorInvoicesHttp {
    private final Invoices invoices;
    private final Vendors vendors;

    VendorInvoicesHttp(Invoices invoices, Vendors vendors) {
        this.invoices = invoices;
        this.vendors = vendors;
    }

    @GetMapping
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    Page<InvoiceView> list(Paging paging, Caller caller, @RequestParam(required = false) @Nullable String shipment) {
        Faults faults = new Faults();
        ShipmentNumber about = faults.optional("/shipment", shipment, ShipmentNumber::parse);
        faults.refuseIfAny();
        InvoiceQuery query = new InvoiceQuery(null, about, paging.after(InvoiceView::cursor), paging.fetch());
        return paging.page(invoices.listInvoices(caller.vendorScope(), query), InvoiceView::of, InvoiceView::key);
    }

    @GetMapping("/{number}")
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    InvoiceView read(@PathVariable String number, Caller caller) {
        return invoices.findInvoice(caller.vendorScope(), InvoiceView.number(number))
                .map(InvoiceView::of)
                .orElseThrow(Declined::notFound);
    }

    @GetMapping(value = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    ResponseEntity<byte[]> pdf(@PathVariable String number, Caller caller) {
        Invoice invoice = invoices.findInvoice(caller.vendorScope(), InvoiceView.number(number))
                .orElseThrow(Declined::notFound);
        return InvoiceDocuments.pdf(invoice, vendors);
    }
}
