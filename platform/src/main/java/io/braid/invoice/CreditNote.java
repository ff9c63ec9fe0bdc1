package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What changes the amount owed to a vendor after its invoices, which themselves never change. Numbered per vendor
 * without gaps: {@code CN-ACME-000001}.
 *
 * @param amount always above zero; the direction says which way it goes
 * @param invoice the invoice it is about, where it is about one
 */
public record CreditNote(
        VendorCode vendor,
        int running,
        Direction direction,
        ShipmentNumber shipment,
        @Nullable InvoiceNumber invoice,
        String reason,
        Money amount,
        Instant issuedAt,
        String issuedBy) {
    /** CREDIT lowers what the vendor is owed, DEBIT raises it. */
    public enum Direction {
        CREDIT,
        DEBIT
    }

    /** Its place in a list: by vendor and running number. */
    public record Key(VendorCode vendor, int running) {}

    public String number() {
        return String.format(Locale.ROOT, "CN-%s-%06d", vendor.text().toUpperCase(Locale.ROOT), running);
    }
}
