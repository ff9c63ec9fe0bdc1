package io.braid.api;

import io.braid.invoice.InvoiceQuery;
import io.braid.invoice.Invoices;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all vendors are owed. Invoices come of ship notices and of nothing else, so they are only read. */
@RestController
@RequestMapping("/api/v1/invoices")
final class InvoicesHttp {
    private final Invoices invoices;

    InvoicesHttp(Invoices invoices) {
        this.invoices = invoices;
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
}
