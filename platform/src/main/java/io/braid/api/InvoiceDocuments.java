package io.braid.api;

import io.braid.invoice.Invoice;
import io.braid.invoice.InvoicePdf;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An invoice as a page to print. */
final class InvoiceDocuments {
    private InvoiceDocuments() {}

    static ResponseEntity<byte[]> pdf(Invoice invoice, Vendors vendors) {
        String name = vendors.findVendor(invoice.vendor()).map(Vendor::name).orElse("");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + invoice.number() + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(InvoicePdf.of(invoice, name));
    }
}
